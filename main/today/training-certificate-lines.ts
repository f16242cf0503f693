// Certificates of trainings on Today: one line for all of them, pressing more as the first of them comes nearer to its end.
import { dayNumber, dayOf } from '../../preload/rules/training/days.ts';
import type { Session } from '../platform/session.ts';
import { inSlices } from '../platform/slices.ts';
import type { CertificateCounts } from '../training/account/certificate-end-store.ts';
import { countCertificateEnds } from '../training/account/watch-certificates.ts';
import type { TodayLine } from './today-lines.ts';

export async function trainingCertificateLines(session: Session): Promise<TodayLine[]> {
  const today = session.businessDate();
  const later = (days: number): string => dayOf(1970, 1, 1 + dayNumber(today) + days);
  const days = { today, in14: later(14), in40: later(40), in90: later(90) };
  const counts = await inSlices(countCertificateEnds(session.db, days));
  const line = certificateEndLine(counts);
  return line === null ? [] : [line];
}

/** `count` tells how many end within the nearest of 14, 40 and 90 days in which any does; null while none is near. */
export function certificateEndLine({ past, in14, in40, in90 }: CertificateCounts): TodayLine | null {
  if (past === 0 && in90 === 0) return null;
  const days = in14 > 0 ? 14 : in40 > 0 ? 40 : 90;
  const count = days === 14 ? in14 : days === 40 ? in40 : in90;
  const presses = past > 0 || days === 14;
  return {
    id: 'trainingCertificates',
    when: presses ? 'thisWeek' : days === 40 ? 'thisMonth' : 'later',
    tone: presses ? 'warn' : 'plain',
    key: 'trainingCertificates',
    params: { past, count, days },
    path: '/training/certificates',
  };
}
