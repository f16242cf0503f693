// What nobody outside knows of the service, said plainly (contract §14).
import { useTranslation } from 'react-i18next';

const questions = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'] as const;

export function OpenQuestions() {
  const { t } = useTranslation('cbss');
  return (
    <details className="folded sheet">
      <summary>{t('open.title')}</summary>
      <div className="sheet-body panel">
        <p>{t('open.what')}</p>
        <ul className="plain-list">
          {questions.map((question) => (
            <li key={question}>{t(`open.${question}`)}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
