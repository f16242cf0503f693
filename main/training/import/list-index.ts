// Where the workers of a staged list stand and which problems its blocks have: so that one row put right is judged with the few
// rows that it touches. Made by the worker with every judging of the whole list, and kept in memory only.
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ListRow } from './list-blocks.ts';

/** Rows by block; numbers of workers and employers are their places in the lists of ids. */
export type PackedIndex = {
  /** Ids, one a line, in the order in which they came. */
  workers: string;
  employers: string;
  /** How many rows of each become drafts. */
  workerDrafts: Uint32Array<ArrayBuffer>;
  employerDrafts: Uint32Array<ArrayBuffer>;
  blocks: BlockIndex[];
};
export type BlockIndex = {
  /** Workers of the rows that are compared with one another, each once. */
  workers: Uint32Array<ArrayBuffer>;
  /** One for each problem of each row. */
  problems: Float64Array<ArrayBuffer>;
};

/** Rows that can be the same training twice; a refused row is compared with none. */
export const isCompared = ({ outcome }: Pick<ListRow, 'outcome'>): boolean =>
  outcome === 'create' || outcome === 'duplicate' || outcome === 'there';
const isDraft = ({ outcome }: ListRow): boolean => outcome === 'create' || outcome === 'duplicate';

/** Ids with numbers from 0, and how many rows of each become drafts. */
function numbering(ids: readonly string[] = [], drafts: Iterable<number> = []) {
  const places = new Map(ids.map((id, at) => [id, at] as const));
  const counts = [...drafts];
  // Rows of one employer or worker often stand together.
  let last = '';
  let lastPlace = -1;
  const placeOf = (id: string): number => {
    if (id === last) return lastPlace;
    const known = places.get(id) ?? counts.length;
    if (known === counts.length) {
      places.set(id, known);
      counts.push(0);
    }
    last = id;
    lastPlace = known;
    return known;
  };
  return {
    placeOf,
    known: (id: string): number | undefined => places.get(id),
    add(id: string, rows: number): void {
      const at = placeOf(id);
      counts[at] = (counts[at] ?? 0) + rows;
    },
    withDrafts: (): number => counts.filter((rows) => rows > 0).length,
    ids: (): string => [...places.keys()].join('\n'),
    drafts: (): Uint32Array<ArrayBuffer> => Uint32Array.from(counts),
  };
}

/** What a problem is known by, its facts included: 53 bits, so that two never meet in one list. */
export function problemHash({ rule, field, params }: Pick<Finding, 'rule' | 'field' | 'params'>): number {
  const facts = params === undefined ? '' : JSON.stringify(Object.entries(params).toSorted(byName));
  const text = `${rule} ${field} ${facts}`;
  let low = 0x811c9dc5;
  let high = 0x9e3779b1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return (low >>> 0) * 0x200000 + (high >>> 11);
}
const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

export type IndexMaker = {
  /** Rows of one block, in the order of the list. Without workers the block is not found by them. */
  block(rows: readonly ListRow[]): void;
  workers(): number;
  employers(): number;
  end(): PackedIndex;
};

export function indexMaker(): IndexMaker {
  const workers = numbering();
  const employers = numbering();
  const blocks: BlockIndex[] = [];
  return {
    block(rows) {
      for (const row of rows) count(row, 1, workers, employers);
      blocks.push(blockIndex(rows, workers.placeOf));
    },
    workers: workers.withDrafts,
    employers: employers.withDrafts,
    end: () => ({
      workers: workers.ids(),
      employers: employers.ids(),
      workerDrafts: workers.drafts(),
      employerDrafts: employers.drafts(),
      blocks,
    }),
  };
}

type Numbering = ReturnType<typeof numbering>;

function count(row: ListRow, rows: 1 | -1, workers: Numbering, employers: Numbering): void {
  if (!isDraft(row)) return;
  if (row.workerId !== null) workers.add(row.workerId, rows);
  if (row.employerId !== null) employers.add(row.employerId, rows);
}

function blockIndex(rows: readonly ListRow[], placeOf: (id: string) => number): BlockIndex {
  const found = new Set<number>();
  const problems: number[] = [];
  for (const row of rows) {
    if (row.workerId !== null && isCompared(row)) found.add(placeOf(row.workerId));
    if (row.findings.length > 0 && row.outcome !== 'leftOut')
      problems.push(...new Set(row.findings.map(problemHash)));
  }
  return { workers: Uint32Array.from(found), problems: Float64Array.from(problems) };
}

export type ListIndex = {
  /** Blocks with rows of these workers that are compared, in order. */
  blocksOf(workerIds: Iterable<string>): number[];
  /** Rows that have the very same problem. */
  alike(problem: Finding): number;
  /** A block as it was and as it is. */
  replace(at: number, before: readonly ListRow[], after: readonly ListRow[]): void;
  /** Workers and employers with a row that becomes a draft. */
  workers(): number;
  employers(): number;
};

export function openIndex(packed: PackedIndex): ListIndex {
  const split = (ids: string): string[] => (ids === '' ? [] : ids.split('\n'));
  const workers = numbering(split(packed.workers), packed.workerDrafts);
  const employers = numbering(split(packed.employers), packed.employerDrafts);
  const blocks = [...packed.blocks];
  return {
    blocksOf(workerIds) {
      const places = [...workerIds].map(workers.known).filter((place) => place !== undefined);
      return blocks.flatMap((block, at) =>
        places.some((place) => block.workers.includes(place)) ? [at] : [],
      );
    },
    alike(problem) {
      const hash = problemHash(problem);
      let rows = 0;
      for (const { problems } of blocks) for (const one of problems) if (one === hash) rows += 1;
      return rows;
    },
    replace(at, before, after) {
      for (const row of before) count(row, -1, workers, employers);
      for (const row of after) count(row, 1, workers, employers);
      blocks[at] = blockIndex(after, workers.placeOf);
    },
    workers: workers.withDrafts,
    employers: employers.withDrafts,
  };
}
