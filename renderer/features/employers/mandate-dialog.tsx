// Records a mandate or corrects one; a second mandatary in the same quarter is refused with the name of the first.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../preload/contract/employers.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { Mandate } from '../../../preload/contract/routes.ts';
import { type Service, services } from '../../../preload/contract/services.ts';
import { checkMandateDraft } from '../../../preload/rules/employers/check-mandate-draft.ts';
import { readQuarter } from '../../../preload/rules/employers/quarters.ts';
import { formatEnterpriseNumber } from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { Note } from '../../ui/note.tsx';
import { useFindingProblems } from '../../ui/people-findings.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSpan } from './route-words.tsx';

type MandateDialogProps = { employer: Employer; mandate?: Mandate; onClose: () => void };

/** `2025Q1` as it is typed: `1/2025`. */
const typed = (quarter: string | null): string =>
  quarter === null ? '' : `${quarter.slice(5)}/${quarter.slice(0, 4)}`;

export function MandateDialog({ employer, mandate, onClose }: MandateDialogProps) {
  const { t } = useTranslation(['routes', 'shell']);
  const toast = useToast();
  const problemsOf = useFindingProblems();
  const accounts = useCall('account.list', {}).data?.rows ?? [];
  const record = useAct('mandate.record');
  const update = useAct('mandate.update');
  // Ours, where there is one: whoever works here files for its clients.
  const ours = accounts.find(
    (one) => one.quality !== 'employerNsso' && one.quality !== 'trainingProvider',
  )?.enterpriseNumber;
  const [service, setService] = useState<Service>(mandate?.service ?? 'fla');
  const [number, setNumber] = useState(mandate?.mandataryNumber ?? null);
  const [start, setStart] = useState(typed(mandate?.startQuarter ?? null));
  const [end, setEnd] = useState(typed(mandate?.endQuarter ?? null));
  const [attempt, setAttempt] = useState(0);
  const shownNumber = number ?? (ours === undefined ? '' : formatEnterpriseNumber(ours));
  const draft = { mandataryNumber: shownNumber, startQuarter: start, endQuarter: end };
  const problems = problemsOf(checkMandateDraft(draft, employer.enterpriseNumber));
  const wiring = (name: string) => {
    const error = attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
    return { name, ...(error === undefined ? {} : { error }) };
  };
  const failure = record.failure ?? update.failure;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    const startQuarter = readQuarter(start);
    if (problems.length > 0 || startQuarter === null) return;
    const terms = { mandataryNumber: shownNumber, startQuarter, endQuarter: readQuarter(end) };
    const result =
      mandate === undefined
        ? await record.run({ employerId: employer.id, service, ...terms })
        : await update.run({ id: mandate.id, expectedRevision: mandate.revision, ...terms });
    if (!result.ok) return;
    toast({ text: t('mandate.dialog.saved') });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(mandate === undefined ? 'mandate.dialog.title' : 'mandate.dialog.titleChange')}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        {mandate === undefined && (
          <SelectField
            name="service"
            label={t('mandate.dialog.service')}
            choices={services.map((value) => ({ value, label: t(`services.${value}`) }))}
            value={service}
            onChange={(event) => setService(event.target.value as Service)}
          />
        )}
        <IdentifierField
          {...wiring('mandataryNumber')}
          kind="enterpriseNumber"
          label={t('mandate.dialog.mandatary')}
          hint={t('mandate.dialog.mandataryHint')}
          value={shownNumber}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextField
          {...wiring('startQuarter')}
          label={t('mandate.dialog.start')}
          hint={t('mandate.dialog.startHint')}
          short
          maxLength={30}
          value={start}
          onChange={(event) => setStart(event.target.value)}
        />
        <TextField
          {...wiring('endQuarter')}
          label={t('mandate.dialog.end')}
          hint={t('mandate.dialog.endHint')}
          short
          maxLength={30}
          value={end}
          onChange={(event) => setEnd(event.target.value)}
        />
        {failure?.code === 'alreadyExists' ? (
          <Overlap failure={failure} />
        ) : (
          <FailureNote failure={failure} />
        )}
        <div className="acts">
          <Button onPress={onClose}>{t('shell:notNow')}</Button>
          <Button primary type="submit" busy={record.busy || update.busy}>
            {t('mandate.dialog.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Overlap({ failure: { details = {} } }: { failure: Failure }) {
  const { t } = useTranslation('routes');
  const formats = useFormats();
  const span = useSpan();
  const end = String(details['endQuarter'] ?? '');
  const named = details['name'] === undefined || details['name'] === '' ? '' : `${details['name']} `;
  const name = `${named}${formats.enterpriseNumber(String(details['mandatary'] ?? ''))}`;
  const startQuarter = String(details['startQuarter'] ?? '');
  return (
    <div role="alert">
      <Note tone="bad">
        {t('mandate.dialog.overlap', {
          name,
          span: span({ startQuarter, endQuarter: end === '' ? null : end }),
        })}
      </Note>
    </div>
  );
}
