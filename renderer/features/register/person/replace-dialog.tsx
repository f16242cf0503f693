// What somebody knows of a number before any source tells it: that another took its place, or that it was cancelled.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { NumberJoin } from '../../../../preload/contract/register-numbers.ts';
import { formatInsz, parseInsz, readInsz } from '../../../../preload/rules/identifiers/insz.ts';
import { useAct } from '../../../calls.ts';
import { useToday } from '../../../legal-day.ts';
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

/** Whether both numbers tell a birth date, and not the same: rare, and mostly a number of somebody else. */
function otherBirthDate(old: string, typed: string): boolean {
  const number = parseInsz(typed);
  const [before, after] = [readInsz(old)?.birthDate, number === null ? null : readInsz(number)?.birthDate];
  return before != null && after != null && before !== after;
}

type ReplaceDialogProps = { insz: string; personId: string; onClose: () => void };

export function ReplaceDialog({ insz, personId, onClose }: ReplaceDialogProps) {
  const { t } = useTranslation(['register', 'shell']);
  const toast = useToast();
  const today = useToday();
  const [, go] = useLocation();
  const record = useAct('register.recordReplacement');
  const [what, setWhat] = useState<'replaced' | 'cancelled'>('replaced');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // Who would become one, with the number for which that was shown.
  const [joins, setJoins] = useState<{ of: string; join: NumberJoin } | null>(null);
  const shown = what === 'replaced' && joins?.of === number ? joins.join : null;
  const date = readableDay(day);
  const problems = [
    ...(what === 'replaced' && parseInsz(number) === null
      ? [{ name: 'newInsz', message: t('shell:issues.insz') }]
      : []),
    ...(day !== null && day.trim() !== '' && date === null
      ? [{ name: 'effectiveDate', message: t('shell:issues.day') }]
      : []),
    ...(date !== null && date > today ? [{ name: 'effectiveDate', message: t('replace.future') }] : []),
  ];
  const errorOf = (name: string): string | undefined =>
    attempt > 0 ? problems.find((problem) => problem.name === name)?.message : undefined;
  const refused =
    record.failure?.code === 'refusedByRule' ? reasonOf(record.failure.details?.['rules']) : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    // A refusal of what was there before says nothing of what is there now.
    record.forget();
    if (problems.length > 0) return;
    const result = await record.run({
      oldInsz: insz,
      newInsz: what === 'replaced' ? number.trim() : null,
      ...(date === null ? {} : { effectiveDate: date }),
      join: shown !== null,
    });
    if (!result.ok) return;
    if (result.value.joins !== null) {
      setJoins({ of: number, join: result.value.joins });
      return;
    }
    const { lines, personId: present } = result.value;
    const joined = present !== null && present !== personId;
    toast({ text: t(joined ? 'replace.joined' : 'replace.done', { count: lines }) });
    onClose();
    // Whose page this was is somebody else's number now.
    if (joined) go(`/register/${present}`, { replace: true });
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
        {what === 'replaced' && otherBirthDate(insz, number) && (
          <Note tone="warn" announce>
            {t('replace.otherBirthDate')}
          </Note>
        )}
        {shown !== null && <JoinNote join={shown} />}
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
            {t(shown === null ? 'replace.act' : 'replace.joinAct')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function JoinNote({ join: { kept, gone, lines, sharedClients } }: { join: NumberJoin }) {
  const { t } = useTranslation('register');
  const who = ({ givenName, familyName, insz }: NumberJoin['kept']): string =>
    `${`${givenName} ${familyName}`.trim() || t('person.nameless')} (${formatInsz(insz)})`;
  return (
    <Note tone="bad" announce>
      <p>{t('replace.joins', { gone: who(gone), kept: who(kept) })}</p>
      <p>{t('replace.joinsWhat', { lines, clients: sharedClients })}</p>
    </Note>
  );
}
