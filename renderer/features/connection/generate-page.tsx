// Wizard: a new certificate in the name of the enterprise, made on this computer.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Answers } from '../../wizard/answers.tsx';
import { Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { CertificateReceipt, CertificateReceiptActs } from './certificate-receipt.tsx';
import { emptyGenerate } from './generate-draft.ts';
import { GenerateEnterprise, useEnterpriseProblems, useProposal } from './generate-enterprise.tsx';
import { GenerateKey } from './generate-key.tsx';
import { failedWith, goOn } from './step-outcome.ts';
import { useWizardDraft } from './wizard-drafts.ts';

export default function GeneratePage() {
  const { t } = useTranslation(['connection', 'certificates']);
  const { draft, put, forget } = useWizardDraft('generate', emptyGenerate);
  const formats = useFormats();
  const [made, setMade] = useState('');
  const make = useAct('certificate.generate');
  const problemsOf = useEnterpriseProblems();
  useProposal(draft, put);
  const steps: WizardStep[] = [
    {
      id: 'enterprise',
      title: t('generate.steps.enterprise'),
      content: <GenerateEnterprise draft={draft} put={put} />,
      check: () => problemsOf(draft),
    },
    {
      id: 'key',
      title: t('generate.steps.key'),
      about: t('generate.steps.keyAbout'),
      content: <GenerateKey draft={draft} put={put} />,
    },
    {
      id: 'check',
      title: t('generate.steps.check'),
      about: t('generate.steps.checkAbout'),
      content: (
        <>
          <h1>{t('generate.checkQuestion')}</h1>
          <Answers
            answers={[
              {
                label: t('certificate.enterprise'),
                value: draft.enterpriseName,
                small: formats.enterpriseNumber(draft.enterpriseNumber),
              },
              { label: t('generate.keyKind'), value: t(`certificates:keyKind.${draft.keyKind}`) },
              {
                label: t('generate.validity'),
                value: t('generate.months', { count: draft.months }),
                small: t('generate.validitySmall'),
              },
              { label: t('import.where'), value: t('import.keychain'), small: t('generate.keychainSmall') },
            ]}
          />
          <p>{t('nothingSent')}</p>
        </>
      ),
      continueLabel: t('generate.act'),
      onContinue: async () => {
        const result = await make.run({
          name: draft.enterpriseName.trim(),
          enterpriseName: draft.enterpriseName.trim(),
          enterpriseNumber: draft.enterpriseNumber,
          keyKind: draft.keyKind,
          validityMonths: draft.months,
        });
        if (!result.ok) return failedWith(result.failure);
        setMade(result.value.id);
        return goOn();
      },
    },
    {
      id: 'done',
      title: t('import.steps.done'),
      about: t('import.steps.doneAbout'),
      final: true,
      withoutContinue: true,
      content: <CertificateReceipt id={made} made />,
      acts: <CertificateReceiptActs id={made} />,
    },
  ];
  return (
    <Wizard
      title={t('generate.title')}
      steps={steps}
      startAt={draft.step}
      onSave={(step) => (step === 'done' ? void forget() : put({ step }))}
      saved={made === '' ? t('kept') : undefined}
    />
  );
}
