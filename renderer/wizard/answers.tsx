// All answers before the act, each with its way back.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Answer = { label: string; value: ReactNode; small?: ReactNode; onChange?: () => void };

export function Answers({ answers }: { answers: Answer[] }) {
  const { t } = useTranslation('shell');
  return (
    <dl className="answers">
      {answers.map((answer) => (
        <div key={answer.label}>
          <dt>{answer.label}</dt>
          <dd>
            {answer.value}
            {answer.small !== undefined && <small>{answer.small}</small>}
          </dd>
          <dd>
            {answer.onChange !== undefined && (
              <button type="button" className="link" onClick={answer.onChange}>
                {t('wizard.change')}
                <span className="only-read-aloud"> {answer.label.toLowerCase()}</span>
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
