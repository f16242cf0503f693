// Certificates on a time line of 24 months: how long each still counts, with its date in words.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { monthsOn } from './calendar-ends.ts';

type Certificates = CallOutput<'today.list'>['certificates'];

const span = 730;
const lane = 34;
/** Red and amber as the ladder of warnings: from seven and from forty days before the end. */
const colour = (days: number): string => (days <= 7 ? 'late' : days <= 40 ? 'soon' : 'done');

export function CertificatesPanel({
  certificates,
  today,
}: {
  certificates: Certificates;
  /** The day of this computer's clock, also in practice: certificates count by it. Null while nothing is known yet. */
  today: string | null;
}) {
  const { t } = useTranslation('today');
  if (today === null) return null;
  return (
    <Sheet title={t('certificates.title')} aside={t('certificates.span')}>
      {certificates.length === 0 ? (
        <Empty
          slim
          icon="shield"
          title={t('certificates.none')}
          acts={
            <LinkButton small to="/connection">
              {t('certificates.add')}
            </LinkButton>
          }
        />
      ) : (
        <>
          <CertificateLines certificates={certificates} today={today} />
          <p>
            <TextLink to="/connection/life">{t('certificates.all')}</TextLink>
          </p>
        </>
      )}
    </Sheet>
  );
}

function marks(today: string, formats: Formats) {
  return [0, 6, 12, 18, 24].map((months, index) => {
    const month = formats.day(monthsOn(today, months), months % 12 === 0 ? 'monthYear' : 'monthShort');
    return { x: `${index * 25}%`, month, place: index === 0 ? '' : index === 4 ? 'last' : 'middle' };
  });
}

function CertificateLines({ certificates, today }: { certificates: Certificates; today: string }) {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const shown = certificates.slice(0, 6);
  const foot = shown.length * lane + 2;
  const list = shown
    .map((one) => t('certificates.one', { name: one.name, date: formats.dayOf(one.notAfter, 'long') }))
    .join(', ');
  return (
    <svg className="plot turns" height={foot + 16} role="img" aria-label={t('certificates.words', { list })}>
      {marks(today, formats).map((mark) => (
        <g key={mark.x}>
          <line className="axis" x1={mark.x} x2={mark.x} y1="0" y2={foot} />
          <text x={mark.x} y={foot + 13} className={mark.place}>
            {mark.month}
          </text>
        </g>
      ))}
      {shown.map((one, index) => (
        <g key={`${one.name} ${one.notAfter}`}>
          <text className="value" x="0" y={index * lane + 11}>
            {one.name.length > 24 ? `${one.name.slice(0, 23)}…` : one.name}
          </text>
          <text className="last" x="100%" y={index * lane + 11}>
            {formats.dayOf(one.notAfter, 'medium')}
          </text>
          <rect className="rest" x="0" y={index * lane + 16} width="100%" height="6" />
          <rect
            className={colour(one.daysLeft)}
            x="0"
            y={index * lane + 16}
            width={`${Math.min(100, Math.max(0.5, (100 * one.daysLeft) / span))}%`}
            height="6"
          />
        </g>
      ))}
    </svg>
  );
}
