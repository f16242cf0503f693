// The frame of a page: head with title, one line of facts and acts. Names the window and takes focus on arrival.
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import { useFailedForm } from './failed-form.ts';

/** Names the window after the page; `Error:` in front while a form on it has failed. Never holds a person's number. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation('shell');
  const failed = useFailedForm();
  useEffect(() => {
    document.title = `${failed ? `${t('titleError')} ` : ''}${title} – Sociodesk`;
  }, [title, failed, t]);
}

/**
 * Focus goes to the main heading when a page is reached by a link; not at the first load. A page that is hidden for a
 * moment while a part of it is fetched loses the focus, and gives it back to what had it as it is shown again.
 */
export function useFocusOnArrival(goal: () => HTMLElement | null): void {
  const arrived = useRef(false);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const moved = document.documentElement.dataset['moved'] === 'yes';
    if (arrived.current && before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus();
    else if (moved && (!arrived.current || document.activeElement === document.body)) goal()?.focus();
    arrived.current = true;
    return () => {
      const { activeElement } = document;
      before.current = activeElement === document.body ? null : activeElement;
    };
  }, [goal]);
}

type PageProps = {
  title: string;
  lead?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
  reading?: boolean;
};

export function Page({ title, lead, acts, children, reading = false }: PageProps) {
  usePageTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnArrival(useCallback(() => heading.current, []));
  return (
    <div className={classNames('page', reading && 'reading')}>
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {acts !== undefined && <div className="acts">{acts}</div>}
      </header>
      {children}
    </div>
  );
}
