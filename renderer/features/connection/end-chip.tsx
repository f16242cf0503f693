// How near the end of a certificate is: a chip whose tone grows with the ladder of warnings, and which warning it is.
import { useTranslation } from 'react-i18next';
import type { LifeRow } from '../../../preload/contract/renewal.ts';
import { rungs } from '../../../preload/rules/certificates/rungs.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';

export type End = Pick<LifeRow, 'daysLeft' | 'rung' | 'over' | 'stored'>;

export function endTone({ rung, over, stored }: End): Tone {
  if (over || !stored) return 'bad';
  if (rung === null) return 'ok';
  return rung <= 7 ? 'bad' : rung <= 40 ? 'warn' : 'plain';
}

export function EndChip({ end }: { end: End }) {
  const { t } = useTranslation('certificate-life');
  const words = !end.stored
    ? t('standing.gone')
    : end.over
      ? t('standing.over')
      : t('standing.left', { days: end.daysLeft });
  const tone = endTone(end);
  return (
    <Chip tone={tone} {...(tone === 'plain' ? { icon: 'planned' as const } : {})}>
      {words}
    </Chip>
  );
}

/** Nothing while the first warning is not due. */
export function RungWords({ end: { rung, over } }: { end: End }) {
  const { t } = useTranslation('certificate-life');
  if (rung === null || over) return null;
  return <small className="hint">{t('standing.rung', { step: rungs.indexOf(rung) + 1 })}</small>;
}
