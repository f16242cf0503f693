// Wizard: a signing request for an issuer. The key stays here; the request goes along with the order.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { Answers } from '../../wizard/answers.tsx';
import { Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { GenerateEnterprise, useEnterpriseProblems, useProposal } from './generate-enterprise.tsx';
import { failedWith, goOn } from './step-outcome.ts';
import { useWizardDraft } from './wizard-drafts.ts';

const kinds = ['rsa3072', 'rsa2048', 'rsa4096'] as const;
const empty = {
  step: 'enterprise',
  enterpriseNumber: '',
  enterpriseName: '',
  keyKind: 'rsa3072' as (typeof kinds)[number],
};

export default function RequestPage() {
  const { t } = useTranslation(['certificates', 'connection']);
  const [, go] = useLocation();
  const { draft, put, forget } = useWizardDraft('request', empty);
  const formats = useFormats();
  const problemsOf = useEnterpriseProblems();
  const request = useAct('certificate.request');
  useProposal(draft, put);
  const steps: WizardStep[] = [
    {
      id: 'enterprise',
      title: t('request.steps.enterprise'),
      content: (
        <GenerateEnterprise draft={draft} put={put}>
          <RadioGroup
            name="keyKind"
            label={t('connection:generate.keyKind')}
            hint={t('keyWhat')}
            choices={kinds.map((value) => ({
              value,
              label: t(`keyKind.${value}`),
              hint: t(`keyHint.${value}`),
            }))}
            value={draft.keyKind}
            onChange={(keyKind) => put({ keyKind })}
          />
          <Note>{t('request.assumed')}</Note>
        </GenerateEnterprise>
      ),
      check: () => problemsOf(draft),
    },
    {
      id: 'check',
      title: t('request.steps.check'),
      about: t('request.steps.checkAbout'),
      content: (
        <>
          <h1>{t('request.checkQuestion')}</h1>
          <Answers
            answers={[
              {
                label: t('connection:certificate.enterprise'),
                value: draft.enterpriseName,
                small: formats.enterpriseNumber(draft.enterpriseNumber),
              },
              {
                label: t('connection:generate.keyKind'),
                value: t(`keyKind.${draft.keyKind}`),
                small: t('request.keySmall'),
              },
            ]}
          />
          <p>{t('connection:nothingSent')}</p>
        </>
      ),
      continueLabel: t('request.act'),
      onContinue: async () => {
        const name = draft.enterpriseName.trim();
        const result = await request.run({
          name,
          enterpriseName: name,
          enterpriseNumber: draft.enterpriseNumber,
          keyKind: draft.keyKind,
        });
        if (!result.ok) return failedWith(result.failure);
        forget();
        go(`/connection/requests/${result.value.id}`);
        return goOn('check');
      },
    },
  ];
  return (
    <Wizard
      title={t('request.title')}
      steps={steps}
      startAt={draft.step}
      onSave={(step) => put({ step })}
      saved={t('connection:kept')}
    />
  );
}
