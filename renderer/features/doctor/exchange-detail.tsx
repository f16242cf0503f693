// One exchange: headers and bodies of question and answer, redacted, with two ways to copy it. Takes the focus when it
// opens; Escape closes it.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { AnswerChip } from './answer-chip.tsx';
import { CopyText } from './copy-text.tsx';

type Detail = CallOutput<'exchange.show'>;

/** What stands in place of what may not be seen: a copied request does not run before it is filled in. */
const mask = /\[(?:secret|person|number)\]|…/;

type ExchangeDetailProps = { number: number; onClose: () => void };

export function ExchangeDetail({ number, onClose }: ExchangeDetailProps) {
  const { t } = useTranslation(['doctor', 'shell']);
  const [form, setForm] = useState<'curl' | 'http' | null>(null);
  const detail = useCall('exchange.show', { number });
  const copied = useCall('exchange.copy', { number, form: form ?? 'curl' }, { enabled: form !== null });
  const place = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const ready = detail.data !== undefined;
  useEffect(() => {
    if (!ready) return undefined;
    const opened = place.current;
    opened?.focus({ preventScroll: true });
    opened?.scrollIntoView({ block: 'start' });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close.current();
    };
    opened?.addEventListener('keydown', onKey);
    return () => opened?.removeEventListener('keydown', onKey);
  }, [ready]);
  const title = t('exchanges.detail', { number });
  if (detail.data === undefined)
    return (
      <Sheet title={title}>
        {detail.error === null ? <Loading /> : <ErrorState failure={detail.error} />}
      </Sheet>
    );
  const { exchange, requestHeaders, requestBody, responseHeaders, responseBody, cut } = detail.data;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part that takes the focus, not a set of fields
    <div ref={place} tabIndex={-1} role="group" aria-label={title}>
      <Sheet title={title} aside={<AnswerChip row={exchange} />} stacked>
        <Half
          label={t('exchanges.request')}
          first={`${exchange.method} ${exchange.url}`}
          headers={requestHeaders}
          body={requestBody}
        />
        {exchange.status !== null && (
          <Half
            label={t('exchanges.answer')}
            first={String(exchange.status)}
            headers={responseHeaders}
            body={responseBody}
          />
        )}
        {cut && <p className="faint-text">{t('exchanges.cut')}</p>}
        {exchange.traceId !== '' && (
          <p className="faint-text">
            {t('exchanges.trace')} <span className="reference">{exchange.traceId}</span>
          </p>
        )}
        <div className="row-of">
          <Button
            icon="copy"
            pressed={form === 'curl'}
            onPress={() => setForm(form === 'curl' ? null : 'curl')}
          >
            {t('exchanges.curl')}
          </Button>
          <Button
            icon="copy"
            pressed={form === 'http'}
            onPress={() => setForm(form === 'http' ? null : 'http')}
          >
            {t('exchanges.http')}
          </Button>
          <Button icon="cross" plain onPress={onClose}>
            {t('shell:close')}
          </Button>
        </div>
        {form !== null && copied.data !== undefined && (
          <CopyText
            key={form}
            name="exchange"
            label={t('exchanges.copyLabel')}
            {...(mask.test(copied.data.text) ? { hint: t('exchanges.copyHint') } : {})}
            text={copied.data.text}
            act={t('copyAgain')}
            atOnce
          />
        )}
      </Sheet>
    </div>
  );
}

type HalfProps = { label: string; first: string; headers: Detail['requestHeaders']; body: string };

function Half({ label, first, headers, body }: HalfProps) {
  const { t } = useTranslation('doctor');
  const lines = [
    first,
    ...headers.map(({ name, value }) => `${name}: ${value}`),
    '',
    body || t('exchanges.noBody'),
  ];
  return (
    <div>
      <h3>{label}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard too */}
      <section className="kept-text" tabIndex={0} aria-label={label}>
        {lines.join('\n')}
      </section>
    </div>
  );
}
