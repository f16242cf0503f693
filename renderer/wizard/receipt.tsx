// The page after an act: what happened, the reference, what follows and what is still unknown.
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';

type ReceiptProps = {
  title: string;
  /** `warn` where the act was done but what it was for does not hold yet. */
  tone?: 'ok' | 'warn';
  reference?: string;
  when?: string;
  what: ReactNode;
  next?: ReactNode[];
  unknown?: ReactNode;
};

export function Receipt({ title, tone = 'ok', reference, when, what, next = [], unknown }: ReceiptProps) {
  const { t } = useTranslation('shell');
  // It may come some moments after the act, when what it says was read.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="receipt">
      <div className={classNames('receipt-head', tone === 'warn' && tone)}>
        <Icon name={tone === 'warn' ? 'warn' : 'check-ring'} large />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {(reference !== undefined || when !== undefined) && (
          <p className="reference">
            {reference !== undefined && (
              <>
                {t('receipt.reference')} <b>{reference}</b>
                {when !== undefined && ', '}
              </>
            )}
            {when}
          </p>
        )}
      </div>
      <section>
        <h2>{t('receipt.what')}</h2>
        <div className="lead">{what}</div>
      </section>
      {next.length > 0 && (
        <section>
          <h2>{t('receipt.next')}</h2>
          <ol className="next">
            {next.map((line) => (
              <li key={String(line)}>
                <span>{line}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {unknown !== undefined && (
        <section>
          <h2>{t('receipt.unknown')}</h2>
          <p>{unknown}</p>
        </section>
      )}
    </div>
  );
}
