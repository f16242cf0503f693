// The calendar of services: read as a whole or not at all, and its states at every boundary.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resourcesDir } from '../../../main/platform/resource-path.ts';
import { loadServiceCalendar, readServiceCalendar } from '../../../main/services/service-calendar.ts';
import { asksConfirmation, standingOn } from '../../../main/services/service-state.ts';
import { datedServiceSchema } from '../../../preload/contract/service-state.ts';

const calendar = readServiceCalendar(resourcesDir());
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

type Loose = {
  services: { service: string; states: { from: string; state: string }[] }[];
  deadlines: object[];
};

/** The shipped calendar with a change, read from a folder of its own. */
function changed(change: (calendar: Loose) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'sociodesk-calendar-'));
  folders.push(folder);
  const text = JSON.parse(readFileSync(join(resourcesDir(), 'service-calendar.json'), 'utf8')) as Loose;
  change(text);
  writeFileSync(join(folder, 'service-calendar.json'), JSON.stringify(text));
  return loadServiceCalendar(folder);
}
const placeOf = (change: (calendar: Loose) => void): unknown => {
  const read = changed(change);
  return read.ok ? 'read' : [read.failure.code, read.failure.details?.['field']];
};

describe('reading the calendar', () => {
  it('takes what ships, with every service of the contract once', () => {
    expect(calendar.services.map(({ service }) => service).sort()).toEqual(
      [...datedServiceSchema.options].sort(),
    );
    expect(placeOf(() => undefined)).toBe('read');
  });

  it.each<[string, (calendar: Loose) => void, string]>([
    [
      'a state that is no state',
      (one) => Object.assign(one.services[0]?.states[0] ?? {}, { state: 'ajar' }),
      'services.0.states.0.state',
    ],
    [
      'a day that is none',
      (one) => Object.assign(one.services[0]?.states[1] ?? {}, { from: '2026-02-30' }),
      'services.0.states.1.from',
    ],
    ['dates that do not rise', (one) => one.services[0]?.states.reverse(), 'services.0.states'],
    [
      'the same day twice',
      (one) => Object.assign(one.services[0]?.states[1] ?? {}, { from: '2024-04-01' }),
      'services.0.states',
    ],
    ['a service that is missing', (one) => one.services.pop(), 'services'],
    [
      'a service that stands twice',
      (one) => Object.assign(one.services[1] ?? {}, { service: 'fla' }),
      'services',
    ],
    [
      'a state without a source',
      (one) => Object.assign(one.services[0]?.states[0] ?? {}, { source: '' }),
      'services.0.states.0.source',
    ],
    [
      'a certainty that is none',
      (one) => Object.assign(one.deadlines[0] ?? {}, { certainty: 'sure' }),
      'deadlines.0.certainty',
    ],
    [
      'a rule that is none',
      (one) => Object.assign(one.deadlines[0] ?? {}, { rule: 'fullMoon' }),
      'deadlines.0.rule',
    ],
    ['a rule that stands twice', (one) => one.deadlines.push({ ...one.deadlines[1] }), 'deadlines'],
  ])('refuses %s and names the place', (_what, change, place) => {
    expect(placeOf(change)).toEqual(['calendarDamaged', place]);
  });

  it('says of a file that is no JSON, and of none at all, what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sociodesk-calendar-'));
    folders.push(folder);
    expect(loadServiceCalendar(folder)).toMatchObject({
      failure: { code: 'calendarDamaged', details: { reason: 'cannot be read' } },
    });
    writeFileSync(join(folder, 'service-calendar.json'), '{');
    expect(loadServiceCalendar(folder)).toMatchObject({ failure: { details: { reason: 'not JSON' } } });
  });
});

describe('the words of the calendar', () => {
  it.each(['nl', 'fr', 'de', 'en'])('stand in %s for every source', (language) => {
    const file = join(resourcesDir(), 'locales', language, 'services.json');
    const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { sources: Record<string, string> };
    const named = [
      ...calendar.services.flatMap(({ states }) => states.map(({ words }) => words)),
      ...calendar.deadlines.map(({ words }) => words),
    ];
    expect([...new Set(named)].sort()).toEqual(Object.keys(sources).sort());
  });
});

describe('the state of a service', () => {
  it.each([
    ['fla', '2024-03-31', 'announced', null, '2024-04-01'],
    ['fla', '2024-04-01', 'open', '2024-04-01', '2026-01-01'],
    ['fla', '2025-12-31', 'open', '2024-04-01', '2026-01-01'],
    ['fla', '2026-01-01', 'readOnly', '2026-01-01', '2027-01-01'],
    ['fla', '2026-12-31', 'readOnly', '2026-01-01', '2027-01-01'],
    ['fla', '2027-01-01', 'closed', '2027-01-01', null],
    ['flaTrainingProvider', '2025-12-31', 'open', '2024-04-01', '2026-01-01'],
    ['flaTrainingProvider', '2026-01-01', 'readOnly', '2026-01-01', '2027-01-01'],
    ['checkInAndOutAtWork', '2024-06-02', 'announced', null, '2024-06-03'],
    ['checkInAndOutAtWork', '2024-06-03', 'open', '2024-06-03', null],
    ['citizenMandates', '2025-05-06', 'announced', null, '2025-05-07'],
    ['citizenData', '2025-05-07', 'open', '2025-05-07', null],
    ['dimona', '2026-11-29', 'open', '2003-01-01', null],
  ] as const)('of %s on %s is %s', (service, day, state, since, next) => {
    const standing = standingOn(calendar, service, day);
    expect([standing.state, standing.since, standing.next?.from ?? null]).toEqual([state, since, next]);
  });

  it('asks for a confirmation where a real channel takes nothing, and nowhere else', () => {
    const asked = (['practice', 'simulation', 'acceptance', 'production'] as const).flatMap((kind) =>
      (['open', 'readOnly', 'closed', 'retired', 'announced'] as const)
        .filter((state) => asksConfirmation(kind, false, state))
        .map((state) => `${kind} ${state}`),
    );
    expect(asked).toEqual([
      'acceptance readOnly',
      'acceptance closed',
      'acceptance retired',
      'production readOnly',
      'production closed',
      'production retired',
    ]);
    expect(asksConfirmation('simulation', true, 'readOnly')).toBe(true);
    expect(asksConfirmation('simulation', true, 'open')).toBe(false);
  });
});
