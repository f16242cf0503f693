// What became of the files that were just given, one by one.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedTaken } from '../../../../preload/contract/register-feed.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useFileWords } from './feed-words.ts';

const tones: Record<FeedTaken['outcome'], Tone> = {
  applied: 'ok',
  held: 'warn',
  duplicate: 'plain',
  refused: 'bad',
  failed: 'bad',
};

export function TakenList({ rows, onClose }: { rows: readonly FeedTaken[]; onClose: () => void }) {
  const { t } = useTranslation('register-feed');
  const words = useFileWords();
  const list = useRef<HTMLElement>(null);
  // What was asked for is told where the eye and the screen reader are.
  useEffect(() => {
    if (rows.length > 0) list.current?.focus();
  }, [rows]);
  return (
    <Sheet title={t('taken.title')} stacked>
      <section ref={list} tabIndex={-1} aria-label={t('taken.title')}>
        <ul className="record-list">
          {rows.map((row) => (
            <li key={row.name}>
              <span className="record-title address">{row.name}</span>
              <Chip tone={tones[row.outcome]}>{t(`taken.${row.outcome}`)}</Chip>
              {row.refused !== null && <p className="quiet-text">{words.refused(row.refused)}</p>}
              {row.counts !== null && <p className="quiet-text">{words.counts(row.counts)}</p>}
            </li>
          ))}
        </ul>
      </section>
      <div>
        <Button small onPress={onClose}>
          {t('taken.close')}
        </Button>
      </div>
    </Sheet>
  );
}
