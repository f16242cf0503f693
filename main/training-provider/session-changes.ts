// What differs between two sendings of a session, field by field and participant by participant. Pure.
import type { Change } from '../../preload/contract/outbox-plan.ts';
import type { Participant, SessionFields } from '../../preload/contract/training-provider.ts';
import { parseInsz } from '../../preload/rules/identifiers/insz.ts';

export type Sent = { fields: SessionFields; people: readonly Participant[] };

const most = 100;
const text = (value: string | number | null): string => String(value ?? '').slice(0, 300);
const compared = ['title', 'type', 'startDate', 'endDate', 'durationMinutes'] as const;

/** By number; who has no sound one was left out of the request. */
const byNumber = (people: readonly Participant[]): Map<string, Participant> =>
  new Map(
    people.flatMap((person) => [[parseInsz(person.insz) ?? '', person] as const]).filter(([key]) => key),
  );

const sameFacts = (one: Participant, other: Participant): boolean =>
  JSON.stringify({ ...one, name: '', insz: '' }) === JSON.stringify({ ...other, name: '', insz: '' });

/** At most 100: what is beyond is seen in the two lists themselves. */
export function changesBetween(before: Sent, after: Sent): Change[] {
  const fields = compared
    .filter((field) => before.fields[field] !== after.fields[field])
    .map((field) => ({ field, before: text(before.fields[field]), after: text(after.fields[field]) }));
  const was = byNumber(before.people);
  const is = byNumber(after.people);
  const people: Change[] = [];
  for (const [number, person] of is) {
    const known = was.get(number);
    const after = text(person.name);
    if (known === undefined) people.push({ field: 'participantAdded', before: '', after });
    else if (!sameFacts(known, person))
      people.push({ field: 'participantChanged', before: text(known.name), after });
  }
  for (const [number, person] of was)
    if (!is.has(number)) people.push({ field: 'participantRemoved', before: text(person.name), after: '' });
  return [...fields, ...people].slice(0, most);
}
