// What the service does not look at, beside what it answered: the answer is no permission.
import { useTranslation } from 'react-i18next';
import type { ApplicantDataSet } from '../../../../preload/contract/applicants.ts';
import { Icon } from '../../../ui/icon.tsx';

const unchecked = {
  flexiJobEligibility: ['sector', 'sameEmployer', 'notice'],
  studentWorkHours: ['student', 'later'],
} as const satisfies Record<ApplicantDataSet, readonly string[]>;

export function Unchecked({ dataSets }: { dataSets: readonly ApplicantDataSet[] }) {
  const { t } = useTranslation('applicants');
  return (
    <aside className="answer-unchecked" aria-labelledby="answer-unchecked">
      <h3 id="answer-unchecked">{t('answer.unchecked.title')}</h3>
      <ul>
        {dataSets
          .flatMap((set) => unchecked[set])
          .map((what) => (
            <li key={what}>
              <Icon name="unknown" />
              <span>{t(`answer.unchecked.${what}`)}</span>
            </li>
          ))}
      </ul>
      <p className="quiet-text">{t('answer.unchecked.source')}</p>
    </aside>
  );
}
