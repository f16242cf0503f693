// A sheet of paper on the desk: optional head with a title and a quiet aside, then its body.
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

type SheetProps = {
  title?: ReactNode;
  /** Quiet words at the end of the head. */
  aside?: ReactNode;
  /** Name for reading aloud where there is no title. */
  label?: string;
  /** Without body padding: grids and lists reach the edge. */
  flush?: boolean;
  /** Body as a column of blocks. */
  stacked?: boolean;
  children: ReactNode;
};

export function Sheet({ title, aside, label, flush = false, stacked = false, children }: SheetProps) {
  const id = useId();
  return (
    <section className="sheet" aria-label={label} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="sheet-head">
          <h2 id={id}>{title}</h2>
          {aside !== undefined && <span className="quiet-text at-end">{aside}</span>}
        </div>
      )}
      {flush ? children : <div className={classNames('sheet-body', stacked && 'panel')}>{children}</div>}
    </section>
  );
}

/** A sheet with a panel beside it; below 75 rem the panel moves under. */
export function WithPanel({
  children,
  panel,
  label,
}: {
  children: ReactNode;
  panel: ReactNode;
  label: string;
}) {
  return (
    <div className="with-panel">
      {children}
      <aside className="panel beside" aria-label={label}>
        {panel}
      </aside>
    </div>
  );
}
