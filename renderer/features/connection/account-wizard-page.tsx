// Wizard: an account in Chaman. In practice one button does what a person does in the portal; elsewhere each step is
// told, tracked and handed over by e-mail. Ends with the check of the whole chain.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientIdSchema } from '../../../preload/contract/accounts.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { type StepOutcome, Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { AccountAnswers } from './account-answers.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { emptyAccount } from './account-draft.ts';
import { AccountPractice } from './account-practice.tsx';
import { AccountReceipt } from './account-receipt.tsx';
import { AccountWho } from './account-who.tsx';
import { ChamanSteps } from './chaman-steps.tsx';
import { ClientIdField } from './client-id-field.tsx';
import type { Tested } from './connection-chain.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { failedWith, goOn } from './step-outcome.ts';
import { useWizardDraft } from './wizard-drafts.ts';

type Made = { id: string; clientId: string };

export default function AccountWizardPage() {
  const { t } = useTranslation('connection');
  const practising = useAppState().environment.kind === 'practice';
  const { draft, put, forget } = useWizardDraft('account', emptyAccount);
  const byProgram = practising && draft.way === 'program';
  const [made, setMade] = useState<Made | null>(null);
  const [tested, setTested] = useState<Tested | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const [corrected, setCorrected] = useState(0);
  const accounts = useCall('account.list', {}, { enabled: made !== null });
  const account = accounts.data?.rows.find(({ id }) => id === made?.id);
  const add = useAct('account.add');
  const register = useAct('account.registerInPractice');
  const missing = (name: string, empty: boolean, message: string): FieldProblem[] =>
    empty ? [{ name, message }] : [];
  const fields = () => ({
    name: draft.name.trim(),
    enterpriseNumber: draft.enterpriseNumber,
    enterpriseName: draft.enterpriseName.trim(),
    quality: draft.quality ?? ('employerNsso' as const),
    certificateId: draft.certificateId,
    rights: draft.rights,
  });
  const keep = async (): Promise<StepOutcome> => {
    if (byProgram) {
      const result = await register.run(fields());
      if (!result.ok) return failedWith(result.failure);
      setMade(result.value);
      return goOn();
    }
    const clientId = clientIdSchema.parse(draft.clientId);
    const result = await add.run({ ...fields(), clientId });
    if (!result.ok) return failedWith(result.failure);
    setMade({ id: result.value.id, clientId });
    return goOn();
  };

  const checkClientId = (): FieldProblem[] =>
    missing('clientId', !clientIdSchema.safeParse(draft.clientId).success, t('account.clientIdWrong'));

  const broken = tested?.outcome === 'failed';

  const who: WizardStep = {
    id: 'who',
    title: t('account.steps.who'),
    content: <AccountWho draft={draft} put={put} />,
    check: () => [
      ...missing('certificateId', draft.certificateId === '', t('account.certificateMissing')),
      ...missing('quality', draft.quality === null, t('account.qualityMissing')),
      ...missing(
        'enterpriseNumber',
        parseEnterpriseNumber(draft.enterpriseNumber) === null,
        t('generate.numberWrong'),
      ),
      ...missing('enterpriseName', draft.enterpriseName.trim() === '', t('generate.enterpriseNameMissing')),
      ...missing('name', draft.name.trim() === '', t('account.nameMissing')),
    ],
  };
  const inPractice: WizardStep = {
    id: 'chaman',
    title: t('account.steps.chaman'),
    about: t('account.steps.practiceAbout'),
    content: <AccountPractice draft={draft} put={put} />,
    ...(byProgram ? {} : { check: checkClientId }),
    continueLabel: t(byProgram ? 'account.practiceAct' : 'account.keep'),
    onContinue: keep,
  };
  const inChaman: WizardStep[] = [
    {
      id: 'chaman',
      title: t('account.steps.chaman'),
      about: t('account.steps.chamanAbout'),
      content: <ChamanSteps draft={draft} put={put} />,
    },
    {
      id: 'clientId',
      title: t('account.steps.clientId'),
      content: (
        <>
          <div className="form">
            <ClientIdField draft={draft} put={put} asQuestion />
          </div>
          <AccountAnswers draft={draft} />
        </>
      ),
      check: checkClientId,
      continueLabel: t('account.keep'),
      onContinue: keep,
    },
  ];
  const steps: WizardStep[] = [
    who,
    ...(practising ? [inPractice] : inChaman),
    {
      id: 'check',
      title: t('account.steps.check'),
      about: t('account.steps.checkAbout'),
      final: true,
      content: (
        <>
          <h1>{t('account.checkQuestion')}</h1>
          <p>{t('account.checkLead')}</p>
          <ConnectionTest
            key={corrected}
            id={made?.id ?? ''}
            primary
            onTested={setTested}
            {...(account === undefined ? {} : { onCorrect: () => setCorrecting(true) })}
          />
          {correcting && account !== undefined && (
            <AccountDialog
              account={account}
              onClose={() => setCorrecting(false)}
              onSaved={() => {
                // What was found of the account before says nothing of it now.
                setTested(null);
                setCorrected((count) => count + 1);
              }}
            />
          )}
        </>
      ),
      quietContinue: tested === null || broken,
      ...(tested === null ? { continueLabel: t('account.later') } : {}),
      ...(broken ? { continueLabel: t('account.mendLater') } : {}),
    },
    {
      id: 'done',
      title: t('account.steps.done'),
      final: true,
      withoutContinue: true,
      content: (
        <AccountReceipt
          name={draft.name}
          clientId={account?.clientId ?? made?.clientId ?? ''}
          tested={tested}
        />
      ),
      acts: (
        <>
          {broken ? (
            <LinkButton primary to={`/connection/accounts/${made?.id}`}>
              {t('account.toAccount')}
            </LinkButton>
          ) : (
            <LinkButton primary to="/employers">
              {t('account.toEmployers')}
            </LinkButton>
          )}
          <LinkButton to="/connection">{t('back')}</LinkButton>
        </>
      ),
    },
  ];
  return (
    <Wizard
      title={t('account.wizard')}
      steps={steps}
      startAt={draft.step}
      onSave={(step) => (step === 'check' || step === 'done' ? void forget() : put({ step }))}
      saved={made === null ? t('kept') : undefined}
    />
  );
}
