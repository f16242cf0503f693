// Trainings that a rule keeps back, each with the reason and the way to it.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Finding } from '../../../preload/contract/finding.ts';
import { useCall } from '../../calls.ts';
import { Icon } from '../../ui/icon.tsx';
import { blockingOf, useFindingWords } from './finding-words.ts';

type Kept = { id: string; findings: Finding[] };
const shownAtMost = 5;

type StaysBehindProps = { count: number; rows: Kept[]; onGo: () => void };

export function StaysBehind({ count, rows, onGo }: StaysBehindProps) {
  const { t } = useTranslation('training');
  return (
    <div className="findings">
      <h3>{t('send.behind', { count })}</h3>
      <p>{t('send.behindWhat')}</p>
      <ul className="findings">
        {rows.slice(0, shownAtMost).map((row) => (
          <KeptLine key={row.id} row={row} onGo={onGo} />
        ))}
      </ul>
      {count > shownAtMost && <p>{t('send.more', { count: count - shownAtMost })}</p>}
    </div>
  );
}

function KeptLine({ row, onGo }: { row: Kept; onGo: () => void }) {
  const { t } = useTranslation('training');
  const [, go] = useLocation();
  const wordsOf = useFindingWords();
  const training = useCall('training.get', { id: row.id }).data;
  const finding = blockingOf(row.findings);
  const title = training?.fields.title ?? '';
  return (
    <li className="blocking">
      <Icon name="refused" />
      <span>
        <button
          type="button"
          className="link"
          onClick={() => {
            onGo();
            go(`/training/${row.id}`);
          }}
        >
          {training === undefined ? '…' : `${training.workerName}, ${title === '' ? t('untitled') : title}`}
        </button>{' '}
        {finding !== undefined && wordsOf(finding).title}
      </span>
    </li>
  );
}
