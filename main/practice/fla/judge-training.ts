// The rules for one training by itself.
import { enterpriseNumberIsValid } from '../world/check-digits.ts';
import type { Finding } from './anomalies.ts';
import { daysBetween, deadlineFor } from './calendar.ts';
import { countedMinutes, minutesOf, type Training } from './training.ts';

const durationFinding = (training: Training): Finding[] => {
  const minutes = minutesOf(training.duration);
  const longest = Math.max(daysBetween(training.startDate, training.endDate), 1) * 24 * 60;
  if (training.status === 'completed' && minutes === 0) return [{ code: 'F0011-008' }];
  if (minutes > longest) return [{ code: 'F0011-008' }];
  const deducted = training.deductedDuration;
  return deducted !== undefined && minutesOf(deducted) > minutes
    ? [{ code: 'F0011-008', name: 'deductedDuration' }]
    : [];
};

/** Findings on a training of `year`, first filed on `filedOn`; blocking and warnings alike. */
export const judgeTraining = (training: Training, year: number, filedOn: string): Finding[] => {
  const findings: Finding[] = [];
  const { startDate, endDate, certificate, provider } = training;
  const number = provider?.enterpriseNumber;
  if (number !== undefined && !enterpriseNumberIsValid(number)) {
    findings.push({ code: 'F0001-004', name: 'provider.enterpriseNumber' });
  }
  if (endDate < startDate) findings.push({ code: 'F0010-014' });
  if (startDate.slice(0, 4) !== String(year)) findings.push({ code: 'F0010-021' });
  findings.push(...durationFinding(training));
  if (training.countsForTrainingRight && (training.leaveScheme ?? 'none') !== 'none') {
    findings.push({ code: 'F0014-362' });
  }
  if (certificate?.validUntil !== undefined && certificate.validUntil < endDate) {
    findings.push({ code: 'F0015-363' });
  }
  if (training.status === 'completed' && filedOn > deadlineFor(endDate)) findings.push({ code: 'F0016-364' });
  return findings;
};

/** Which trainings, in order of start, push the total over the right. */
const beyondRight = (trainings: readonly Training[], rightMinutes: number): Training[] => {
  const inOrder = [...trainings].sort((a, b) => a.startDate.localeCompare(b.startDate));
  let total = 0;
  return inOrder.filter((training) => {
    const minutes = countedMinutes(training);
    total += minutes;
    return minutes > 0 && total > rightMinutes;
  });
};

/** Warnings that only show over a whole set: duplicates and more than the right. By external reference. */
export const judgeSet = (trainings: readonly Training[], rightMinutes: number): Map<string, Finding[]> => {
  const findings = new Map<string, Finding[]>();
  const add = (training: Training, finding: Finding): void => {
    findings.set(training.externalReference, [...(findings.get(training.externalReference) ?? []), finding]);
  };
  const seen = new Set<string>();
  for (const training of trainings) {
    const title = training.title.trim().replace(/\s+/g, ' ').toLowerCase();
    const key = `${title}\n${training.startDate}\n${training.endDate}`;
    if (seen.has(key)) add(training, { code: 'F0013-361' });
    seen.add(key);
  }
  for (const training of beyondRight(trainings, rightMinutes)) add(training, { code: 'F0012-360' });
  return findings;
};
