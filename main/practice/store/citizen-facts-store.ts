// What the registers behind the citizens' services hold about a person: work and pension by quarter, student hours by year.
import type { Connection } from './file-store.ts';

export interface WorkSpan {
  /** Share of full time, in per cent. */
  readonly percent: number;
  /** First and last quarter, such as `2024Q2`; null: no end. */
  readonly from: string;
  readonly to: string | null;
}

export interface CitizenFacts {
  /** False: nobody has this number. */
  readonly known: boolean;
  readonly work: readonly WorkSpan[];
  /** First quarter of a pension; null: none. */
  readonly pensionFrom: string | null;
  /** Hours of student work reserved or done, by year; none in a year that is not named. */
  readonly studentHours: Readonly<Record<string, number>>;
}

export interface CitizenFactsStore {
  facts(insz: string): CitizenFacts | undefined;
  save(insz: string, facts: CitizenFacts): void;
  /** The numbers on record, in the order in which they came. */
  all(): string[];
}

export const createCitizenFactsStore = (database: Connection): CitizenFactsStore => {
  const one = database.prepare<[string], { body: string }>('SELECT body FROM citizen_facts WHERE insz = ?');
  const all = database.prepare<[], { insz: string }>('SELECT insz FROM citizen_facts ORDER BY rowid');
  const save = database.prepare(
    'INSERT INTO citizen_facts (insz, body) VALUES (?, ?) ON CONFLICT (insz) DO UPDATE SET body = excluded.body',
  );
  return {
    facts: (insz) => {
      const row = one.get(insz);
      return row === undefined ? undefined : (JSON.parse(row.body) as CitizenFacts);
    },
    save: (insz, facts) => {
      save.run(insz, JSON.stringify(facts));
    },
    all: () => all.all().map(({ insz }) => insz),
  };
};
