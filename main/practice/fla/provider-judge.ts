// The rules for a participant of a training provider's session: who it is, and for which employer it counts.
import { enterpriseNumberIsValid, inszIsValid } from '../world/check-digits.ts';
import { describe, type Finding } from './anomalies.ts';
import { daysBetween } from './calendar.ts';
import type { Participant, ProviderParts, ProviderTraining } from './provider-session.ts';
import { touchesYear } from './subject.ts';
import { minutesOf } from './training.ts';

export interface ParticipantVerdict {
  /** The present number of the person. */
  readonly insz: string;
  /** The employer for whom it is kept; undefined: refused. */
  readonly enterpriseNumber: string | undefined;
  readonly findings: readonly Finding[];
}

/** Findings that hold for every participant alike. */
export const sessionFindings = (training: ProviderTraining): Finding[] => {
  const { startDate, endDate, duration } = training;
  if (endDate < startDate) return [{ code: 'F0010-014' }];
  const minutes = minutesOf(duration);
  const longest = daysBetween(startDate, endDate) * 24 * 60;
  return minutes === 0 || minutes > longest ? [{ code: 'F0011-008' }] : [];
};

/** The one employer of that year, the named one when it is among them, else what is wrong. */
const employerFor = (
  parts: ProviderParts,
  insz: string,
  named: string | undefined,
  year: number,
): { enterpriseNumber: string } | Finding => {
  if (named !== undefined && !enterpriseNumberIsValid(named))
    return { code: 'F0001-004', name: 'employerEnterpriseNumber' };
  const found = parts.world
    .employmentsOf(insz)
    .filter((employment) => touchesYear(employment, year))
    .map(({ enterpriseNumber }) => enterpriseNumber);
  const [first, second] = named === undefined ? found : found.filter((number) => number === named);
  if (first === undefined) return { code: 'F0004-051' };
  return second === undefined ? { enterpriseNumber: first } : { code: 'F0004-090' };
};

export const judgeParticipant = (
  parts: ProviderParts,
  training: ProviderTraining,
  participant: Participant,
  ofSession: readonly Finding[],
): ParticipantVerdict => {
  const { ssin, certificate, employerEnterpriseNumber } = participant;
  const findings: Finding[] = [...ofSession];
  const today = new Date(parts.clock.wallNow()).toISOString().slice(0, 10);
  const refused = (code: Finding): ParticipantVerdict => ({
    insz: ssin,
    enterpriseNumber: undefined,
    findings: [...findings, code],
  });
  if (!inszIsValid(ssin, today)) return refused({ code: 'F0002-004' });
  const worker = parts.world.worker(ssin);
  if (worker === undefined || worker.state === 'cancelled') return refused({ code: 'F0002-003' });
  if (worker.state === 'replaced') findings.push({ code: 'F0002-370' });
  const insz = worker.state === 'replaced' ? (worker.replacedBy ?? ssin) : ssin;
  const year = Number(training.startDate.slice(0, 4));
  const employer = employerFor(parts, insz, employerEnterpriseNumber, year);
  if ('code' in employer) return refused(employer);
  if (certificate?.validUntil !== undefined && certificate.validUntil < training.endDate)
    findings.push({ code: 'F0015-363' });
  const blocked = findings.some((finding) => describe(parts.anomalies, finding).severity === 'blocking');
  return { insz, enterpriseNumber: blocked ? undefined : employer.enterpriseNumber, findings };
};
