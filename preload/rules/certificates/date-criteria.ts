// Criteria on time. Days are those of Belgium; parameters carry them as `yyyy-mm-dd` (see format-params.ts).
import { Temporal } from 'temporal-polyfill';
import type { CertificateFacts, JudgementContext } from './certificate-facts.ts';
import { type Criterion, criterion } from './criterion.ts';

/** From this many days before the end, a certificate is usable with a date rather than simply usable. */
export const warnDays = 40;
/** A difference of a minute is tolerated by most token services; more makes requests look expired. */
const tolerableSkewSeconds = 60;

/** The instant of judging by the service's clock where its difference is known. */
export const judgedAt = ({ now, clockSkewSeconds }: JudgementContext): number =>
  Date.parse(now) + (clockSkewSeconds ?? 0) * 1_000;

/** Calendar days in Belgium from today to the last day: 0 on that day itself, negative after it. */
export const daysUntil = (notAfter: string, now: number): number =>
  Temporal.PlainDate.from(belgianDay(new Date(now).toISOString())).until(
    Temporal.PlainDate.from(belgianDay(notAfter)),
    { largestUnit: 'days' },
  ).days;

/** The same, but negative from the very instant of the end, also when that lies earlier today. */
export const daysLeft = (notAfter: string, now: number): number =>
  Date.parse(notAfter) < now ? Math.min(-1, daysUntil(notAfter, now)) : daysUntil(notAfter, now);

export function judgeNotBefore({ notBefore }: CertificateFacts, context: JudgementContext): Criterion {
  const started = Date.parse(notBefore) <= judgedAt(context);
  return criterion('CERT-NOT-BEFORE', {
    outcome: started ? 'ok' : 'failed',
    params: { from: belgianDay(notBefore) },
    certainty: 'inferred',
  });
}

export function judgeNotAfter({ notAfter }: CertificateFacts, context: JudgementContext): Criterion {
  const now = judgedAt(context);
  const days = daysLeft(notAfter, now);
  const over = Date.parse(notAfter) < now;
  const soon = days <= warnDays;
  return criterion('CERT-NOT-AFTER', {
    outcome: over ? 'failed' : soon ? 'warning' : 'ok',
    found: over ? 'found.over' : 'found.until',
    remedy: over ? 'remedy.over' : 'remedy.soon',
    params: { until: belgianDay(notAfter), days },
    certainty: 'inferred',
  });
}

/** Nothing is said while the difference is not measured. */
export function judgeClock({ clockSkewSeconds }: JudgementContext): Criterion[] {
  if (clockSkewSeconds === undefined || clockSkewSeconds === null) return [];
  const seconds = Math.round(Math.abs(clockSkewSeconds));
  return [
    criterion('CERT-CLOCK', {
      outcome: seconds < tolerableSkewSeconds ? 'ok' : 'warning',
      params: { seconds },
      allowedParams: { seconds: tolerableSkewSeconds },
      certainty: 'assumed',
    }),
  ];
}

export const belgianDay = (instant: string): string =>
  Temporal.Instant.from(new Date(instant).toISOString())
    .toZonedDateTimeISO('Europe/Brussels')
    .toPlainDate()
    .toString();
