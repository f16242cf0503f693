// Mandates as MAHIS keeps them: mandator, mandatary, group of services, quarters, and who agreed.
import type { Connection } from './file-store.ts';

export const SERVICE_GROUPS = ['fla', 'checkInAndOutAtWork', 'citizenData', 'dimona'] as const;
export type ServiceGroup = (typeof SERVICE_GROUPS)[number];

export interface Mandate {
  readonly id: string;
  readonly mandator: string;
  readonly mandatary: string;
  readonly serviceGroup: ServiceGroup;
  /** Such as `2025Q2`. */
  readonly startQuarter: string;
  /** The last quarter in which it holds; null: no end agreed. */
  readonly endQuarter: string | null;
  /** `proposed` until both parties agreed; `closed` when it was ended or withdrawn. */
  readonly state: 'proposed' | 'active' | 'closed';
  readonly mandatorAgreed: boolean;
  readonly mandataryAgreed: boolean;
  /** The two belong to one group of companies: the mandatary then needs no quality of mandatary. */
  readonly sameGroup: boolean;
}

export interface MandateStore {
  mandate(id: string): Mandate | undefined;
  /** Of every group of services, the oldest quarter first. */
  all(): Mandate[];
  involving(enterpriseNumber: string): Mandate[];
  between(mandator: string, mandatary: string, serviceGroup: ServiceGroup): Mandate[];
  of(mandator: string, serviceGroup: ServiceGroup): Mandate[];
  save(mandate: Mandate): void;
  remove(id: string): void;
}

type Flags = 'mandatorAgreed' | 'mandataryAgreed' | 'sameGroup';
type Row = Omit<Mandate, Flags> & Record<Flags, number>;

const COLUMNS = `id, mandator, mandatary, service_group AS serviceGroup, start_quarter AS startQuarter,
  end_quarter AS endQuarter, state, mandator_agreed AS mandatorAgreed, mandatary_agreed AS mandataryAgreed,
  same_group AS sameGroup`;
const ORDER = 'ORDER BY mandator, mandatary, service_group, start_quarter, rowid';

const mandateOf = (row: Row): Mandate => ({
  ...row,
  mandatorAgreed: row.mandatorAgreed === 1,
  mandataryAgreed: row.mandataryAgreed === 1,
  sameGroup: row.sameGroup === 1,
});

export const createMandateStore = (database: Connection): MandateStore => {
  const select = <Parameters extends string[]>(condition: string) =>
    database.prepare<Parameters, Row>(`SELECT ${COLUMNS} FROM mahis_mandate WHERE ${condition} ${ORDER}`);
  const one = select<[string]>('id = ?');
  const all = select<[]>('1 = 1');
  const involving = select<[string, string]>('mandator = ? OR mandatary = ?');
  const between = select<[string, string, string]>('mandator = ? AND mandatary = ? AND service_group = ?');
  const of = select<[string, string]>('mandator = ? AND service_group = ?');
  const save = database.prepare('INSERT OR REPLACE INTO mahis_mandate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM mahis_mandate WHERE id = ?');
  return {
    mandate: (id) => {
      const row = one.get(id);
      return row === undefined ? undefined : mandateOf(row);
    },
    all: () => all.all().map(mandateOf),
    involving: (number) => involving.all(number, number).map(mandateOf),
    between: (mandator, mandatary, group) => between.all(mandator, mandatary, group).map(mandateOf),
    of: (mandator, group) => of.all(mandator, group).map(mandateOf),
    save: (m) => {
      const agreed = [m.mandatorAgreed, m.mandataryAgreed, m.sameGroup].map((flag) => (flag ? 1 : 0));
      const { id, mandator, mandatary, serviceGroup, startQuarter, endQuarter, state } = m;
      save.run(id, mandator, mandatary, serviceGroup, startQuarter, endQuarter, state, ...agreed);
    },
    remove: (id) => {
      remove.run(id);
    },
  };
};
