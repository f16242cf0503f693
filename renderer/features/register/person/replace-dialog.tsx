// What somebody knows of a number before any source tells it: that another took its place, or that it was cancelled.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInsz, parseInsz } from '../../../../preload/rules/identifiers/insz.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { Note } from '../../../ui/note.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { readableDay } from '../change/change-typed.ts';

const reasons = ['cycle', 'itself', 'invalidNumber', 'chainTooLong', 'contradicts', 'busy'] as const;
/** `NUM-CHAINTOOLONG` or `NUM-CHAIN_TOO_LONG` → chainTooLong. */
const reasonOf = (rule: unknown): (typeof reasons)[number] | undefined =>
  reasons.find(
    (reason) => `NUM${reason}`.toUpperCase() === String(rule).replaceAll(/[-_]/g, '').toUpperCase(),
  );

export function ReplaceDialog({ insz, onClose }: { insz: string; onClose: () => void }) {
  const { t } = useTranslation(['register', 'shell']);
  const toast = useToast();
  const record = useAct('register.recordReplacement');
  const [what, setWhat] = useState<'replaced' | 'cancelled'>('replaced');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const date = readableDay(day);
  const problems = [
    ...(what === 'replaced' && parseInsz(number) === null
      ? [{ name: 'newInsz', message: t('shell:issues.insz') }]
      : []),
    ...(day !== null && day.trim() !== '' && date === null
      ? [{ name: 'effectiveDate', message: t('shell:issues.day') }]
      : []),
  ];
  const errorOf = (name: string): string | undefined =>
    attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
  const refused =
    record.failure?.code === 'refusedByRule' ? reasonOf(record.failure.details?.['rules']) : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    const result = await record.run({
      oldInsz: insz,
      newInsz: what === 'replaced' ? number.trim() : null,
      ...(date === null ? {} : { effectiveDate: date }),
    });
    if (!result.ok) return;
    toast({ text: t('replace.done', { count: result.value.lines }) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('replace.title', { insz: formatInsz(insz) })}>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
        <p>{t('replace.lead')}</p>
        <RadioGroup
          name="what"
          label={t('replace.what')}
          choices={[
            { value: 'replaced', label: t('replace.replaced') },
            { value: 'cancelled', label: t('replace.cancelled') },
          ]}
          value={what}
          onChange={setWhat}
        />
        {what === 'replaced' && (
          <IdentifierField
            name="newInsz"
            kind="insz"
            label={t('replace.newInsz')}
            value={number}
            error={errorOf('newInsz')}
            onChange={({ target }) => setNumber(target.value)}
          />
        )}
        <DateField
          name="effectiveDate"
          label={t('replace.day')}
          hint={t('replace.dayHint')}
          value={date}
          error={errorOf('effectiveDate')}
          onChange={(chosen, typed) => setDay(chosen ?? typed)}
        />
        {refused === undefined ? (
          <FailureNote failure={record.failure} />
        ) : (
          <Note tone="bad" announce>
            {t(`events.reasons.${refused}`)}
          </Note>
        )}
        <div className="acts">
          <Button onPress={onClose}>{t('shell:notNow')}</Button>
          <Button primary type="submit" busy={record.busy}>
            {t('replace.act')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
