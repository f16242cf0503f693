// What a page shows when there is nothing, when it waits and when the services cannot be asked.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../app-state.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Note } from './note.tsx';

type EmptyProps = { icon?: IconName; title: string; children?: ReactNode; acts?: ReactNode; slim?: boolean };

/** Nothing here yet: says what would stand here and what the next step is. */
export function Empty({ icon = 'file', title, children, acts, slim = false }: EmptyProps) {
  return (
    <div className={classNames('empty', slim && 'slim')}>
      <Icon name={icon} large={!slim} />
      {slim ? <h3>{title}</h3> : <h2>{title}</h2>}
      {children !== undefined && <p>{children}</p>}
      {acts !== undefined && <div className="row-of">{acts}</div>}
    </div>
  );
}

/** Quiet lines in the place of what is being read. Appears only after a moment, so that quick answers do not flash. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('shell');
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line) => (
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
}

/** Shown where an act needs a service while none can be reached. */
export function OfflineNote({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('shell');
  if (useOnline()) return null;
  return (
    <Note tone="warn" icon="offline">
      {children ?? t('offlineNote')}
    </Note>
  );
}
