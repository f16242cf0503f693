// A state: an icon and a word. A ground only where somebody must do something (warn, bad).
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'plain' | 'ok' | 'moving' | 'warn' | 'bad';

const usualIcon: Record<Tone, IconName> = {
  plain: 'draft',
  ok: 'check',
  moving: 'moving',
  warn: 'warn',
  bad: 'refused',
};

export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={classNames('chip', tone !== 'plain' && tone)}>
      <Icon name={icon ?? usualIcon[tone]} />
      {children}
    </span>
  );
}

/** A filter that is on, with a button that takes it off. */
export function Tag({
  children,
  removeLabel,
  onRemove,
}: {
  children: ReactNode;
  removeLabel: string;
  onRemove: () => void;
}) {
  return (
    <span className="tag">
      {children}
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        <Icon name="cross" />
      </button>
    </span>
  );
}
