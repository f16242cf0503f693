// In and out: two very large buttons. Pressed with a number in the field they send it, before it they choose.
import { useTranslation } from 'react-i18next';
import { DirectionMark } from './direction-mark.tsx';
import type { Direction } from './stage.ts';

type DirectionButtonsProps = {
  chosen: Direction | null;
  /** A number waits for one of them. */
  wanted: boolean;
  busy: boolean;
  onPress: (type: Direction) => void;
};

export function DirectionButtons({ chosen, wanted, busy, onPress }: DirectionButtonsProps) {
  const { t } = useTranslation('registration-point');
  return (
    <fieldset className="point-ways" data-wanted={wanted} aria-label={t('mode.way')}>
      {(['IN', 'OUT'] as const).map((type) => (
        <button
          key={type}
          type="button"
          className={`point-button point-way ${type === 'IN' ? 'in' : 'out'}`}
          aria-pressed={chosen === type}
          aria-disabled={busy}
          onClick={() => onPress(type)}
        >
          <DirectionMark type={type} />
          <span>
            <b>{t(`mode.type.${type}`)}</b>
            <small>{t(`mode.typeWhat.${type}`)}</small>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
