// Why somebody looks at an applicant's data: chosen once, remembered for the next.
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { readingPurposeSchema } from '../../../../preload/contract/applicant-answers.ts';
import { SelectField } from '../../../ui/choice-fields.tsx';
import { useKeptView } from '../../../ui/kept-view.ts';

export type ReadingPurpose = z.infer<typeof readingPurposeSchema>;
const readPurpose = (kept: unknown): ReadingPurpose | null =>
  readingPurposeSchema.safeParse(kept).data ?? null;

export function usePurpose(): [ReadingPurpose, (purpose: ReadingPurpose) => void] {
  const [kept, keep] = useKeptView('applicants-purpose', readPurpose);
  return [kept ?? 'beforeContract', keep];
}

export function PurposeField() {
  const { t } = useTranslation('applicants');
  const [purpose, setPurpose] = usePurpose();
  return (
    <SelectField
      name="purpose"
      label={t('answer.purpose.label')}
      choices={readingPurposeSchema.options.map((value) => ({ value, label: t(`answer.purpose.${value}`) }))}
      value={purpose}
      onChange={({ target }) => setPurpose(readPurpose(target.value) ?? 'beforeContract')}
    />
  );
}
