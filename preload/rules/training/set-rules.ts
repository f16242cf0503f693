// Rules over all trainings of one worker-year. They only warn: each record may be right, the set is worth a look.
import type { Finding } from '../../contract/finding.ts';
import type { TrainingFields } from '../../contract/training.ts';
import { shownMinutes } from './days.ts';
import { minutesOffTheRight } from './facts.ts';

export type SetMember = { id: string; fields: TrainingFields };

/** Same title (letter case and spaces aside) and dates. */
export function sameTraining(fields: TrainingFields): string | null {
  const title = fields.title.trim().replace(/\s+/g, ' ').toLowerCase();
  if (title === '' || fields.startDate === null || fields.endDate === null) return null;
  return `${title}\u0000${fields.startDate}\u0000${fields.endDate}`;
}

/**
 * Findings per training of one worker-year. `rightMinutes`: the right with what was carried over; null when it is not
 * certain, and then the total is not judged. The record on which the total passes the right, by start date, and all after
 * it bear the finding.
 */
export function checkSet(members: readonly SetMember[], rightMinutes: number | null): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const add = (id: string, finding: Finding) => found.set(id, [...(found.get(id) ?? []), finding]);
  const seen = new Map<string, number>();
  for (const { fields } of members) {
    const same = sameTraining(fields);
    if (same !== null) seen.set(same, (seen.get(same) ?? 0) + 1);
  }
  for (const { id, fields } of members) {
    const times = seen.get(sameTraining(fields) ?? '') ?? 0;
    if (times > 1) add(id, { rule: 'F0013-361', severity: 'warning', field: 'title', params: { times } });
  }
  if (rightMinutes === null) return found;
  const counted = members
    .filter(({ fields }) => fields.status === 'completed' && minutesOffTheRight(fields) > 0)
    .toSorted(
      (a, b) => (a.fields.startDate ?? '').localeCompare(b.fields.startDate ?? '') || (a.id < b.id ? -1 : 1),
    );
  let total = 0;
  for (const { id, fields } of counted) {
    total += minutesOffTheRight(fields);
    if (total > rightMinutes)
      add(id, {
        rule: 'F0012-360',
        severity: 'warning',
        field: 'durationMinutes',
        params: { total: shownMinutes(total), right: shownMinutes(rightMinutes) },
      });
  }
  return found;
}
