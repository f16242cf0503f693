// A remark in the page: something to know (info) or to mind (warn, bad).
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

type NoteTone = 'info' | 'warn' | 'bad' | 'ok';
const icons: Record<NoteTone, IconName> = { info: 'info', warn: 'warn', bad: 'refused', ok: 'check-ring' };

type NoteProps = { tone?: NoteTone; icon?: IconName; children: ReactNode; announce?: boolean };

/** `announce`: read aloud when it appears. */
export function Note({ tone = 'info', icon, children, announce = false }: NoteProps) {
  return (
    <div className={classNames('note', tone !== 'info' && tone)} role={announce ? 'status' : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
