// Figures to press on the screen, wide apart: for gloves, and for a tablet without a keyboard.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';

const figures = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

type KeypadProps = { onSign: (sign: string) => void; onBack: () => void; onClear: () => void };

/**
 * The field keeps the focus while its keys are pressed, so that a scanner writes into it at any moment. By Tab the keys are
 * left out: who has a keyboard has these keys on it.
 */
export function Keypad({ onSign, onBack, onClear }: KeypadProps) {
  const { t } = useTranslation('registration-point');
  const key = (name: string, press: () => void, label: ReactNode = name, words?: string) => (
    <button
      key={name}
      type="button"
      tabIndex={-1}
      className="point-button point-figure"
      {...(words === undefined ? {} : { 'aria-label': words })}
      onPointerDown={(event) => event.preventDefault()}
      onClick={press}
    >
      {label}
    </button>
  );
  return (
    <fieldset className="point-keys" aria-label={t('mode.keys')}>
      {figures.map((sign) => key(sign, () => onSign(sign)))}
      {key('clear', onClear, <Icon name="cross" />, t('mode.clear'))}
      {key('0', () => onSign('0'))}
      {key('back', onBack, <Erase />, t('mode.back'))}
    </fieldset>
  );
}

function Erase() {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5.5 3.5h9v9h-9L1.5 8zM8 6l4 4M12 6l-4 4" />
    </svg>
  );
}
