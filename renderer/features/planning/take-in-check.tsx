// What would be kept of a planning, in counts, and whether it takes the place of what is kept for those days.
import { useTranslation } from 'react-i18next';
import type { PlanningCounts } from '../../../preload/contract/planning-import.ts';
import { useFormats } from '../../i18n/formats.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { Answers } from '../../wizard/answers.tsx';

type TakeInCheckProps = {
  counts: PlanningCounts;
  replaces: boolean;
  onReplaces: (replaces: boolean) => void;
};

export function TakeInCheck({ counts, replaces, onReplaces }: TakeInCheckProps) {
  const { t } = useTranslation(['planning', 'lists']);
  const formats = useFormats();
  const { planned, off, refused, leftOut, firstDay, lastDay, before } = counts;
  if (firstDay === null || lastDay === null)
    return (
      <>
        <h1>{t('check.nothing')}</h1>
        <Note tone="warn">{t('check.nothingWhat')}</Note>
      </>
    );
  return (
    <>
      <h1>{t('lists:check.question')}</h1>
      <Answers
        answers={[
          { label: t('check.rows'), value: t('check.rowsValue', { planned, off, refused, leftOut }) },
          {
            label: t('check.days'),
            value: t('check.daysValue', { from: formats.day(firstDay), to: formats.day(lastDay) }),
          },
          {
            label: t('check.workers'),
            value: counts.workers,
            ...(counts.unknownWorkers === 0
              ? {}
              : { small: t('check.unknownWorkers', { count: counts.unknownWorkers }) }),
          },
          {
            label: t('check.sites'),
            value: counts.sites,
            ...(counts.unknownSites === 0
              ? {}
              : { small: t('check.unknownSites', { count: counts.unknownSites }) }),
          },
          { label: t('check.hours'), value: formats.duration(counts.minutes) },
        ]}
      />
      {before > 0 && (
        <RadioGroup
          name="replaces"
          label={t('check.before', { count: before })}
          choices={[
            { value: 'replace', label: t('check.replace'), hint: t('check.replaceHint') },
            { value: 'beside', label: t('check.beside'), hint: t('check.besideHint') },
          ]}
          value={replaces ? 'replace' : 'beside'}
          onChange={(value) => onReplaces(value === 'replace')}
        />
      )}
    </>
  );
}
