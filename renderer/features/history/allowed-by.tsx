// Which line of the person register allowed a call, in words: the role, and its days.
import { useTranslation } from 'react-i18next';
import { type AllowingLine, allowingLineSchema } from '../../../preload/contract/register-numbers.ts';
import { useFormats } from '../../i18n/formats.ts';

/** The line as an event keeps it; null where it keeps none. */
export function lineIn(value: unknown): AllowingLine | null {
  const read = allowingLineSchema.safeParse(value);
  return read.success ? read.data : null;
}

export function AllowedBy({ line }: { line: AllowingLine | null }) {
  const { t } = useTranslation('history');
  const register = useTranslation('register');
  const formats = useFormats();
  if (line === null) return <span className="faint-text">{t('allowed.none')}</span>;
  const words = register.t as unknown as (key: string) => string;
  const key = `type.${line.type}`;
  const type = register.i18n.exists(key, { ns: 'register' }) ? words(key) : line.type;
  const begin = formats.day(line.begin);
  return line.end === null
    ? t('allowed.since', { type, begin })
    : t('allowed.between', { type, begin, end: formats.day(line.end) });
}
