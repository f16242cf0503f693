// One field as it was and as it became, in the words and forms of the form it stands in.
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../preload/contract/outbox-plan.ts';
import { useFormats } from '../../i18n/formats.ts';

const days = new Set(['startDate', 'endDate', 'certificateValidUntil']);
const minutes = new Set(['durationMinutes', 'deductedMinutes']);
/** Fields with a closed list of values, by the prefix of their words in `training.choices`. */
const choices: Readonly<Record<string, string>> = {
  type: '',
  status: '',
  providerKind: '',
  leaveScheme: 'leave.',
  financedBy: 'financed.',
  language: 'languages.',
};

/** A kept value as a person reads it; '' is said to be empty. */
function useValueWords(): (field: string, value: string) => string {
  const { t } = useTranslation('outbox-plan');
  const { t: training } = useTranslation('training');
  const formats = useFormats();
  return (field, value) => {
    if (value === '') return t('changes.empty');
    if (days.has(field)) return formats.day(value);
    if (minutes.has(field)) return formats.duration(Number(value));
    if (field === 'costCents') return formats.money(Number(value));
    if (value === 'true' || value === 'false') return training(value === 'true' ? 'yes' : 'no');
    const prefix = choices[field];
    return prefix === undefined ? value : training(`choices.${prefix}${value}` as 'yes');
  };
}

export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('outbox-plan');
  const { t: training } = useTranslation('training');
  const { t: provider } = useTranslation('training-provider');
  const valueWords = useValueWords();
  if (changes.length === 0) return null;
  const line = ({ field, before, after }: Change): string => {
    if (field === 'participantAdded' || field === 'participantChanged' || field === 'participantRemoved')
      return t('changes.person', {
        what: provider(`chain.${field}`),
        name: (after === '' ? before : after) || provider('chain.unnamed'),
      });
    return t('changes.line', {
      field: training(`fields.${field}` as 'fields.title'),
      before: valueWords(field, before),
      after: valueWords(field, after),
    });
  };
  return (
    <ul className="plain-list" aria-label={t('changes.label')}>
      {changes.map((change) => (
        <li key={`${change.field} ${change.before} ${change.after}`}>{line(change)}</li>
      ))}
    </ul>
  );
}
