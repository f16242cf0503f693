// Wizard: a certificate from a file. Verdict before anything is kept; a receipt with fingerprints afterwards.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { parseEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useFailureSentence } from '../../ui/failure.tsx';
import { type StepOutcome, Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { CertificateReceipt, CertificateReceiptActs } from './certificate-receipt.tsx';
import { ImportAnswers } from './import-answers.tsx';
import { containerOf, emptyImport, mayBeBare, proposing } from './import-draft.ts';
import { type Entries, ImportEntry } from './import-entry.tsx';
import { ImportNames } from './import-names.tsx';
import { ImportSource } from './import-source.tsx';
import { ImportVerdict, type Inspected } from './import-verdict.tsx';
import { PasswordField } from './password-field.tsx';
import { useReportedCall } from './reported-call.ts';
import { failedWith, goOn } from './step-outcome.ts';
import { useWizardDraft } from './wizard-drafts.ts';

const needPassword = ['verdict', 'entry', 'name', 'check'];

export default function ImportPage() {
  const { t } = useTranslation(['connection', 'certificates']);
  const [, go] = useLocation();
  const sentence = useFailureSentence();
  const formats = useFormats();
  const { draft, put, forget } = useWizardDraft('import', emptyImport);
  const [password, setPassword] = useState('');
  const [entries, setEntries] = useState<Entries>([]);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  // Asked for once the file turns out to need one.
  const [sealed, setSealed] = useState(true);
  const [kept, setKept] = useState('');
  // Back at the files from the verdict: the wizard begins anew, at the file that was missing.
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (round > 0) document.getElementById('f-keyFile')?.focus();
  }, [round]);
  const inspect = useReportedCall('certificate.inspect');
  const keep = useReportedCall('certificate.import');
  const open = async (typed = password): Promise<StepOutcome> => {
    const result = await inspect(containerOf(draft, typed));
    if (!result.ok) {
      const { failure } = result;
      return failure.code === 'wrongPassword'
        ? { kind: 'problems', problems: [{ name: 'password', message: sentence(failure) }] }
        : failedWith(failure);
    }
    if (result.value.kind === 'chooseEntry') {
      setEntries(result.value.entries);
      return goOn('entry');
    }
    setInspected(result.value);
    const { name, number } = result.value.enterprise;
    put(proposing(draft, { enterpriseName: name, enterpriseNumber: formats.enterpriseNumber(number) }));
    return goOn('verdict');
  };
  /** Without asking for a password where the file has none. */
  const openBare = async (): Promise<StepOutcome> => {
    const bare = mayBeBare(draft);
    const opened = bare ? await open('') : goOn('password');
    const isSealed = !bare || opened.kind === 'problems';
    setSealed(isSealed);
    if (!isSealed) setPassword('');
    return isSealed ? goOn('password') : opened;
  };

  const steps: WizardStep[] = [
    {
      id: 'choose',
      title: t('import.steps.choose'),
      about: t('import.steps.chooseAbout'),
      content: <ImportSource draft={draft} put={put} />,
      check: () => {
        if (draft.source === null) return [{ name: 'source', message: t('import.kindMissing') }];
        if (draft.source !== 'file') return [];
        if (draft.file === null) return [{ name: 'file', message: t('import.fileMissing') }];
        return draft.separate && draft.keyFile === null
          ? [{ name: 'keyFile', message: t('certificates:twoFiles.missing') }]
          : [];
      },
      onContinue: () => {
        if (draft.source === 'make') {
          go('/connection/generate');
          return goOn('choose');
        }
        if (draft.source === 'order') {
          go('/connection/request');
          return goOn('choose');
        }
        return openBare();
      },
    },
    ...(sealed
      ? [
          {
            id: 'password',
            title: t('import.steps.password'),
            about: t(draft.separate ? 'import.steps.passwordReplaced' : 'import.steps.passwordAbout'),
            content: (
              <PasswordField
                value={password}
                fileName={draft.file?.name ?? ''}
                replaced={draft.separate}
                onChange={setPassword}
              />
            ),
            onContinue: () => open(),
            continueLabel: t('import.open'),
          },
        ]
      : []),
    ...(entries.length > 0
      ? [
          {
            id: 'entry',
            title: t('import.steps.entry'),
            content: <ImportEntry entries={entries} draft={draft} put={put} />,
            check: () => (draft.entry === null ? [{ name: 'entry', message: t('import.entryMissing') }] : []),
            onContinue: () => open(),
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
      content: <ImportNames draft={draft} put={put} />,
      check: () => {
        const number = draft.enterpriseNumber.trim();
        return [
          ...(draft.name.trim() === '' ? [{ name: 'name', message: t('certificate.nameMissing') }] : []),
          ...(number !== '' && parseEnterpriseNumber(number) === null
            ? [{ name: 'enterpriseNumber', message: t('generate.numberWrong') }]
            : []),
        ];
      },
    },
    {
      id: 'check',
      title: t('import.steps.check'),
      about: t('import.steps.checkAbout'),
      content: (
        <ImportAnswers
          draft={draft}
          verdict={inspected?.verdict ?? null}
          password={password === '' ? 'none' : draft.separate ? 'replaced' : 'kept'}
        />
      ),
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
      // Without the password, which no draft holds, one resumes where it is asked for, or at the file that may need none.
      startAt={needPassword.includes(draft.step) ? (mayBeBare(draft) ? 'choose' : 'password') : draft.step}
      onSave={(step) => (step === 'done' ? void forget() : put({ step }))}
      saved={kept === '' && draft.step !== 'password' ? t('kept') : undefined}
    />
  );
}
