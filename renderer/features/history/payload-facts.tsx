// What was kept of an act, field by field: known fields by their name, texts of a call as they were sent.
import { useTranslation } from 'react-i18next';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Facts } from '../../ui/facts.tsx';
import { AllowedBy, lineIn } from './allowed-by.tsx';

type Payload = Record<string, unknown>;

const isRecord = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that was sent or received, laid out; null when it is not JSON of some size. */
function laidOut(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text.length > 80 ? text : null;
  }
}

function plain(key: string, value: string | number, formats: Formats): string {
  if (typeof value === 'number') return key === 'year' ? String(value) : formats.number(value);
  if (key === 'insz') return formats.insz(value);
  if (key === 'enterpriseNumber' || key === 'mandataryNumber') return formats.enterpriseNumber(value);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formats.moment(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formats.day(value) : value;
}

const identifiers = new Set(['insz', 'enterpriseNumber', 'mandataryNumber', 'nssoNumber']);

const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{40,}$/.test(value);

function Value({ name, value }: { name: string; value: unknown }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  if (name === 'register') return <AllowedBy line={lineIn(value)} />;
  if (value === null || value === undefined || value === '')
    return <span className="faint-text">{t('values.none')}</span>;
  if (typeof value === 'boolean') return t(value ? 'values.yes' : 'values.no');
  if (isHash(value)) return <span className="hash">{String(value)}</span>;
  if (typeof value === 'number') return plain(name, value, formats);
  if (typeof value === 'string') {
    const text = laidOut(value);
    return text === null ? (
      <span className={identifiers.has(name) ? 'number' : 'kept-words'}>{plain(name, value, formats)}</span>
    ) : (
      <pre className="kept-text">{text}</pre>
    );
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="faint-text">{t('values.none')}</span>;
    if (value.every((one) => !isRecord(one)))
      return (
        <ul className="kept-words">
          {value.map((one) => (
            <li key={String(one)}>{String(one)}</li>
          ))}
        </ul>
      );
  }
  return <pre className="kept-text">{JSON.stringify(value, null, 2)}</pre>;
}

export function PayloadFacts({ payload }: { payload: Payload }) {
  const { t, i18n } = useTranslation('history');
  const words = t as unknown as (key: string) => string;
  const label = (key: string): string =>
    i18n.exists(`fields.${key}`, { ns: 'history' }) ? words(`fields.${key}`) : key;
  const entries = Object.entries(payload);
  if (entries.length === 0) return <p className="quiet-sheet-text">{t('item.nothing')}</p>;
  const long = entries.filter(([key, value]) => key !== 'register' && isLong(value));
  const short = entries.filter(([key, value]) => key === 'register' || !isLong(value));
  return (
    <>
      {short.length > 0 && (
        <Facts
          facts={short.map(([key, value]) => ({
            label: label(key),
            value: <Value name={key} value={value} />,
          }))}
        />
      )}
      {long.map(([key, value]) => (
        <details key={key} className="kept">
          <summary>{label(key)}</summary>
          <Value name={key} value={value} />
        </details>
      ))}
    </>
  );
}

/** What would not fit beside its label: opened on request. */
function isLong(value: unknown): boolean {
  if (typeof value === 'string') return isHash(value) || laidOut(value) !== null;
  if (Array.isArray(value)) return value.some(isRecord);
  return isRecord(value) && Object.keys(value).length > 0;
}
