// Wizard: a certificate from a file. Verdict before anything is kept; a receipt with fingerprints afterwards.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useFailureSentence } from '../../ui/failure.tsx';
import { type StepOutcome, Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { CertificateReceipt, CertificateReceiptActs } from './certificate-receipt.tsx';
import { ImportAnswers } from './import-answers.tsx';
import { containerOf, emptyImport, nameOfFile } from './import-draft.ts';
import { ImportNames } from './import-names.tsx';
import { ImportSource } from './import-source.tsx';
import { ImportVerdict, type Inspected } from './import-verdict.tsx';
import { PasswordField } from './password-field.tsx';
import { useReportedCall } from './reported-call.ts';
import { failedWith, goOn, unlessProblems } from './step-outcome.ts';
import { useWizardDraft } from './wizard-drafts.ts';

type Entries = Extract<CallOutput<'certificate.inspect'>, { kind: 'chooseEntry' }>['entries'];
const needPassword = ['verdict', 'entry', 'name', 'check'];

export default function ImportPage() {
  const { t } = useTranslation(['connection', 'certificates']);
  const [, go] = useLocation();
  const sentence = useFailureSentence();
  const { draft, put, forget } = useWizardDraft('import', emptyImport);
  const [password, setPassword] = useState('');
  const [entries, setEntries] = useState<Entries>([]);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [kept, setKept] = useState('');
  // Back at the files from the verdict: the wizard begins anew, at the file that was missing.
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round > 0) document.getElementById('f-keyFile')?.focus();
  }, [round]);
  const inspect = useReportedCall('certificate.inspect');
  const keep = useReportedCall('certificate.import');
  const errorOf = (name: string) => problems.find((problem) => problem.name === name)?.message;
  const refuse = (found: FieldProblem[]): StepOutcome => {
    setProblems(found);
    return unlessProblems(found);
  };

  const open = async (change: { entry?: number } = {}): Promise<StepOutcome> => {
    const result = await inspect({ ...containerOf(draft, password), ...change });
    if (!result.ok) {
      const { failure } = result;
      if (failure.code === 'wrongPassword') return refuse([{ name: 'password', message: sentence(failure) }]);
      setProblems([]);
      return failedWith(failure);
    }
    setProblems([]);
    if (result.value.kind === 'chooseEntry') {
      setEntries(result.value.entries);
      return goOn('entry');
    }
    setInspected(result.value);
    return goOn('verdict');
  };

  const steps: WizardStep[] = [
    {
      id: 'choose',
      title: t('import.steps.choose'),
      about: t('import.steps.chooseAbout'),
      content: <ImportSource draft={draft} put={put} errorOf={errorOf} />,
      onContinue: () => {
        if (draft.source === 'make') {
          go('/connection/generate');
          return goOn('choose');
        }
        if (draft.source === 'order') {
          go('/connection/request');
          return goOn('choose');
        }
        if (draft.source === null) return refuse([{ name: 'source', message: t('import.kindMissing') }]);
        if (draft.file === null) return refuse([{ name: 'file', message: t('import.fileMissing') }]);
        if (draft.separate && draft.keyFile === null) {
          return refuse([{ name: 'keyFile', message: t('certificates:twoFiles.missing') }]);
        }
        if (draft.name === '') put({ name: nameOfFile(draft.file.name) });
        return refuse([]);
      },
    },
    {
      id: 'password',
      title: t('import.steps.password'),
      about: t('import.steps.passwordAbout'),
      content: (
        <PasswordField
          value={password}
          fileName={draft.file?.name ?? ''}
          error={errorOf('password')}
          onChange={setPassword}
        />
      ),
      onContinue: () => open(),
      continueLabel: t('import.open'),
    },
    ...(entries.length > 0
      ? [
          {
            id: 'entry',
            title: t('import.steps.entry'),
            content: (
              <RadioGroup
                name="entry"
                asQuestion
                label={t('import.entryQuestion')}
                hint={t('import.entryHint', { count: entries.length })}
                error={errorOf('entry')}
                choices={entries.map((one) => ({
                  value: String(one.entry),
                  label: one.name || one.subject,
                  hint: one.subject,
                }))}
                value={draft.entry === null ? null : String(draft.entry)}
                onChange={(entry) => put({ entry: Number(entry) })}
              />
            ),
            onContinue: () =>
              draft.entry === null ? refuse([{ name: 'entry', message: t('import.entryMissing') }]) : open(),
          },
        ]
      : []),
    {
      id: 'verdict',
      title: t('import.steps.verdict'),
      about: t('import.steps.verdictAbout'),
      content: inspected !== null && (
        <ImportVerdict
          inspected={inspected}
          container={containerOf(draft, password)}
          onAddKey={() => {
            put({ separate: true, entry: null, step: 'choose' });
            setRound((count) => count + 1);
          }}
        />
      ),
      withoutContinue: inspected?.verdict.verdict === 'notUsable',
    },
    {
      id: 'name',
      title: t('import.steps.name'),
      content: <ImportNames draft={draft} put={put} errorOf={errorOf} />,
      onContinue: () => {
        const number = draft.enterpriseNumber.trim();
        return refuse([
          ...(draft.name.trim() === '' ? [{ name: 'name', message: t('certificate.nameMissing') }] : []),
          ...(number !== '' && parseEnterpriseNumber(number) === null
            ? [{ name: 'enterpriseNumber', message: t('generate.numberWrong') }]
            : []),
        ]);
      },
    },
    {
      id: 'check',
      title: t('import.steps.check'),
      about: t('import.steps.checkAbout'),
      content: <ImportAnswers draft={draft} verdict={inspected?.verdict ?? null} />,
      continueLabel: t('import.act'),
      onContinue: async () => {
        const result = await keep({ ...containerOf(draft, password), name: draft.name.trim() });
        if (!result.ok) return failedWith(result.failure);
        setKept(result.value.id);
        setPassword('');
        return goOn('done');
      },
    },
    {
      id: 'done',
      title: t('import.steps.done'),
      about: t('import.steps.doneAbout'),
      final: true,
      withoutContinue: true,
      content: <CertificateReceipt id={kept} />,
      acts: <CertificateReceiptActs id={kept} />,
    },
  ];
  return (
    <Wizard
      key={round}
      title={t('import.title')}
      steps={steps}
      // Without the password, which is never kept, one resumes where it is asked for.
      startAt={needPassword.includes(draft.step) ? 'password' : draft.step}
      onSave={(step) => (step === 'done' ? void forget() : put({ step }))}
      saved={kept === '' && draft.step !== 'password' ? t('kept') : undefined}
    />
  );
}
