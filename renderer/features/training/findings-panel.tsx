// What the rules found in the record at hand, with what to do; each leads to its field.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Training } from '../../../preload/contract/training.ts';
import { useFieldId } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useAnomalyWords, useFindingWords } from './finding-words.ts';

const icons = { blocking: 'refused', warning: 'warn', notice: 'info' } as const;
const weight = { blocking: 0, warning: 1, notice: 2 } as const;

export function FindingsPanel({
  findings,
  anomalies,
  year,
}: Pick<Training, 'findings' | 'anomalies' | 'year'>) {
  const { t } = useTranslation('training');
  const anomalyWords = useAnomalyWords();
  const known = new Set(findings.map((finding) => finding.rule));
  const said = anomalies.filter((anomaly) => !known.has(anomaly.code));
  const sorted = [...findings].sort((one, other) => weight[one.severity] - weight[other.severity]);
  return (
    <Sheet title={t('edit.attention')} stacked>
      {sorted.length === 0 && said.length === 0 ? (
        <p className="quiet-text">{t('edit.fine')}</p>
      ) : (
        <ul className="findings">
          {sorted.map((finding) => (
            <FindingLine key={`${finding.rule} ${finding.field ?? ''}`} finding={finding} />
          ))}
        </ul>
      )}
      {said.length > 0 && (
        <div>
          <h3>{t('edit.answers')}</h3>
          <ul className="findings">
            {said.map((anomaly) => {
              const words = anomalyWords(anomaly, year);
              return (
                <li key={anomaly.code} className={anomaly.severity}>
                  <Icon name={icons[anomaly.severity]} />
                  <span>
                    <strong>{words.title}</strong> {words.remedy}{' '}
                    <span className="number faint-text">{words.rule}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </Sheet>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const wordsOf = useFindingWords();
  const words = wordsOf(finding);
  const id = useFieldId(finding.field ?? '');
  return (
    <li className={finding.severity}>
      <Icon name={icons[finding.severity]} />
      <span>
        {finding.field === null ? (
          <strong>{words.title}</strong>
        ) : (
          <button type="button" className="link" onClick={() => document.getElementById(id)?.focus()}>
            {words.title}
          </button>
        )}{' '}
        {words.remedy} <span className="number faint-text">{words.rule}</span>
      </span>
    </li>
  );
}
