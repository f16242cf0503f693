// The fictitious applicants of the practice world, and what the registers hold about them. Every name is made up and every number
// lies in a range not given out. The sample workers need no facts: their employments tell.
import type { CitizenFacts, CitizenFactsStore, WorkSpan } from '../store/citizen-facts-store.ts';
import type { WorldStore } from '../store/world-store.ts';

const NOTHING: CitizenFacts = { known: true, work: [], pensionFrom: null, studentHours: {} };
const since = (from: string, percent: number, to: string | null = null): WorkSpan => ({ percent, from, to });
const NOBODY = '99061199520';
const OLD_NUMBER_OF_ELENA = '94422699409';
const ELENA = '94022699420';

// insz, given name, family name, facts
type Row = readonly [string, string, string, Partial<CitizenFacts>];

const APPLICANTS: readonly Row[] = [
  // Students: some hours left, none left, all left, and one who works four fifths beside.
  ['06071599223', 'Jasmijn', 'Wolkenveld', { studentHours: { 2024: 310, 2025: 238, 2026: 475 } }],
  ['05082299389', 'Ruben', 'Akkerland', { studentHours: { 2024: 600, 2025: 650, 2026: 650 } }],
  ['07011499430', 'Amélie', 'Pontvert', {}],
  [
    '04093099527',
    'Yassin',
    'Bergdal',
    { work: [since('2024Q1', 80)], studentHours: { 2025: 500, 2026: 610 } },
  ],
  ['57031899175', 'Roger', 'Duinslag', { pensionFrom: '2022Q3' }],
  ['88041299239', 'Annelies', 'Brugmans', { work: [since('2019Q1', 80)] }],
  ['91090599355', 'Koen', 'Veldrijk', { work: [since('2021Q1', 50)] }],
  // Full time up to and including the second quarter of 2024: a flexi-job until the end of March 2025, and not from April.
  ['89110799364', 'Stijn', 'Halewijn', { work: [since('2018Q1', 100, '2024Q2')] }],
  [ELENA, 'Elena', 'Marovic', { work: [since('2023Q1', 100)] }],
];

/** Writes the applicants, a number that was replaced, and one that nobody has. */
export const seedSampleApplicants = (world: WorldStore, facts: CitizenFactsStore): void => {
  for (const [insz, givenName, familyName, given] of APPLICANTS) {
    world.saveWorker({ insz, givenName, familyName, state: 'active', replacedBy: null });
    facts.save(insz, { ...NOTHING, ...given });
  }
  const elena = { givenName: 'Elena', familyName: 'Marovic' };
  world.saveWorker({ insz: OLD_NUMBER_OF_ELENA, ...elena, state: 'replaced', replacedBy: ELENA });
  facts.save(NOBODY, { ...NOTHING, known: false });
};
