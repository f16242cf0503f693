// Which presence belongs to which planned stay of one worker. Each planned stay and each presence stands in exactly one group.
import type { PlannedStay, PresentStay } from './comparison-kinds.ts';
import { LONGEST_PAUSE } from './day-line.ts';

export type StayGroup = { planned: PlannedStay[]; present: PresentStay[] };

type Timed = { readonly from: number; readonly to: number; readonly site: string | null };

/** Stays with no more than a rest break between them, on one site, are one. */
function together<S extends Timed>(stays: readonly S[]): S[][] {
  const groups: S[][] = [];
  const open = new Map<string | null, { group: S[]; reached: number }>();
  for (const stay of [...stays].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = open.get(stay.site);
    if (last !== undefined && stay.from - last.reached <= LONGEST_PAUSE) {
      last.group.push(stay);
      last.reached = Math.max(last.reached, endOf(stay));
    } else {
      const group = [stay];
      groups.push(group);
      open.set(stay.site, { group, reached: endOf(stay) });
    }
  }
  return groups;
}

/** The end of an uncertain presence is only the moment at which it must have been over: it joins nothing. */
const endOf = (stay: Timed & { kind?: string }): number => (stay.kind === 'uncertain' ? stay.from : stay.to);

type Visit = { stays: PresentStay[]; site: string; from: number; to: number; taken: boolean };
type Shift = { stays: PlannedStay[]; site: string | null; from: number; to: number; group: StayGroup | null };

const spanOf = <S extends Timed>(stays: readonly S[]): { from: number; to: number } => ({
  from: Math.min(...stays.map(({ from }) => from)),
  to: Math.max(...stays.map(endOf)),
});
const meet = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  Math.min(a.to, b.to) > Math.max(a.from, b.from) || (b.from === b.to && b.from >= a.from && b.from <= a.to);
const apart = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
  Math.abs(a.from - b.from) + Math.abs(a.to - b.to);

/**
 * Groups of one worker. First what overlaps on the planned site: a presence through two planned stays joins them. Then what is
 * nearest on the same day and site; then what overlaps on another site. The rest stands alone. `dayOf` gives the day of a
 * moment.
 */
export function matchStays(
  planned: readonly PlannedStay[],
  present: readonly PresentStay[],
  dayOf: (moment: number) => string,
): StayGroup[] {
  const shifts = together(planned).map(
    (stays): Shift => ({ stays, site: stays[0]?.site ?? null, ...spanOf(stays), group: null }),
  );
  const visits = together(present).map(
    (stays): Visit => ({ stays, site: stays[0]?.site ?? '', ...spanOf(stays), taken: false }),
  );
  const groups: StayGroup[] = [];
  const take = (visit: Visit, all: readonly Shift[]): void => {
    const joined = [...new Set(all.flatMap(({ group }) => (group === null ? [] : [group])))];
    const group = joined[0] ?? { planned: [], present: [] };
    for (const other of joined.slice(1)) {
      group.planned.push(...other.planned);
      group.present.push(...other.present);
      groups.splice(groups.indexOf(other), 1);
      for (const shift of shifts) if (shift.group === other) shift.group = group;
    }
    if (joined.length === 0) groups.push(group);
    for (const shift of all)
      if (shift.group === null) {
        shift.group = group;
        group.planned.push(...shift.stays);
      }
    group.present.push(...visit.stays);
    visit.taken = true;
  };
  const onSite = (shift: Shift, visit: Visit): boolean => shift.site === null || shift.site === visit.site;
  for (const visit of visits) {
    const met = shifts.filter((shift) => onSite(shift, visit) && meet(shift, visit));
    if (met.length > 0) take(visit, met);
  }
  const near = visits
    .filter(({ taken }) => !taken)
    .flatMap((visit) =>
      shifts
        .filter(
          (shift) => shift.group === null && onSite(shift, visit) && dayOf(shift.from) === dayOf(visit.from),
        )
        .map((shift) => ({ visit, shift, away: apart(shift, visit) })),
    )
    .sort((a, b) => a.away - b.away || a.shift.from - b.shift.from || a.visit.from - b.visit.from);
  for (const { visit, shift } of near) if (!visit.taken && shift.group === null) take(visit, [shift]);
  for (const shift of shifts.filter(({ group }) => group === null))
    for (const visit of visits) if (!visit.taken && meet(shift, visit)) take(visit, [shift]);
  return [
    ...groups,
    ...shifts.filter(({ group }) => group === null).map(({ stays }) => ({ planned: stays, present: [] })),
    ...visits.filter(({ taken }) => !taken).map(({ stays }) => ({ planned: [], present: stays })),
  ];
}
