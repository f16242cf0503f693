// SQL of the workers' acts: written down before they are sent, settled by what the service said. Moments are milliseconds
// since the epoch.
import { type Database, statement } from '../platform/database.ts';
import { personOfNumber } from '../register/numbers/number-chain.ts';
import { personForNumber } from '../register/numbers/number-person.ts';

export type ActState = 'open' | 'registered' | 'refused' | 'notSent' | 'notRegistered';
export type Act = {
  id: string;
  employer_id: string;
  reference: string;
  /** Under which it is sent, and the service asked about it, also after it was replaced. */
  insz: string;
  type: 'IN' | 'OUT';
  moment: number;
  origin: 'point' | 'timeClock';
};
export type ActRow = Act & {
  state: ActState;
  service_id: number | null;
  service_time: number | null;
  code: string | null;
};

/** In the open transaction: it hangs on the person, who is made where nobody here knew the number. */
export function insertAct(db: Database, act: Act): void {
  statement(
    db,
    `INSERT INTO point_registration (id, employer_id, reference, insz, person_id, type, moment, origin, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
  ).run(
    ...[act.id, act.employer_id, act.reference, act.insz, personForNumber(db, act.insz)],
    ...[act.type, act.moment, act.origin],
  );
}

/** False when it was settled before: whoever comes second changes nothing. */
export function settleAct(
  db: Database,
  id: string,
  state: Exclude<ActState, 'open'>,
  facts: { serviceId?: number; serviceTime?: number; code?: string } = {},
): boolean {
  const done = statement(
    db,
    `UPDATE point_registration SET state = ?, service_id = ?, service_time = ?, code = ? WHERE id = ? AND state = 'open'`,
  ).run(state, facts.serviceId ?? null, facts.serviceTime ?? null, facts.code ?? null, id);
  return done.changes === 1;
}

export function findAct(db: Database, id: string): ActRow | null {
  const row = statement(db, 'SELECT * FROM point_registration WHERE id = ?').get(id);
  return (row as ActRow | undefined) ?? null;
}

const personIdOf = (db: Database, insz: string): string | null => personOfNumber(db, insz)?.personId ?? null;

/** What a worker did last on a site and was not in vain, since a moment, under any number; null: nothing. */
export function lastAct(db: Database, reference: string, insz: string, since: number): ActRow | null {
  const row = statement(
    db,
    `SELECT * FROM point_registration WHERE person_id = ? AND moment >= ? AND reference = ?
        AND state IN ('open', 'registered')
      ORDER BY moment DESC, id DESC LIMIT 1`,
  ).get(personIdOf(db, insz), since, reference);
  return (row as ActRow | undefined) ?? null;
}

/** The very same act, as long as it was not in vain. */
export function sameAct(
  db: Database,
  act: Pick<Act, 'reference' | 'insz' | 'type' | 'moment'>,
): ActRow | null {
  const row = statement(
    db,
    `SELECT * FROM point_registration
      WHERE reference = ? AND person_id = ? AND type = ? AND moment = ?
        AND state IN ('open', 'registered')`,
  ).get(act.reference, personIdOf(db, act.insz), act.type, act.moment);
  return (row as ActRow | undefined) ?? null;
}

/** The oldest first. */
export const openActs = (db: Database, most: number): ActRow[] =>
  statement(db, `SELECT * FROM point_registration WHERE state = 'open' ORDER BY moment, id LIMIT ?`).all(
    most,
  ) as ActRow[];

/**
 * Acts that were looked for in vain, since a moment: they may have been on their way for longer. `doubleCancelled` and the like is
 * what became of one that came in later.
 */
export const lostActs = (db: Database, since: number, most: number): ActRow[] =>
  statement(
    db,
    `SELECT * FROM point_registration
      WHERE state = 'notRegistered' AND service_id IS NULL AND moment >= ? ORDER BY moment DESC, id LIMIT ?`,
  ).all(since, most) as ActRow[];

/** Lost acts that the presences show after all, as a look-up of the office brings them. */
export const lostButKept = (db: Database, since: number, most: number): ActRow[] =>
  statement(
    db,
    `SELECT r.* FROM point_registration r
      WHERE r.state = 'notRegistered' AND r.service_id IS NULL AND r.moment >= ?
        AND EXISTS (SELECT 1 FROM presence p
          WHERE p.insz = r.insz AND p.reference = r.reference AND p.type = r.type AND p.registered_at = r.moment
            AND p.channel = 'webService' AND p.cancelled_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM point_registration o WHERE o.service_id = p.service_id))
      ORDER BY r.moment LIMIT ?`,
  ).all(since, most) as ActRow[];

/** A lost act is registered after all. False when something became of it meanwhile. */
export function reviveAct(
  db: Database,
  id: string,
  { serviceId, serviceTime }: { serviceId: number; serviceTime: number },
): boolean {
  const done = statement(
    db,
    `UPDATE point_registration SET state = 'registered', service_id = ?, service_time = ?, code = NULL
      WHERE id = ? AND state = 'notRegistered' AND service_id IS NULL`,
  ).run(serviceId, serviceTime, id);
  return done.changes === 1;
}

/** A lost act came in as a second one of the same. `code`: what became of it at the service. */
export function markDouble(db: Database, id: string, serviceId: number, code: string): boolean {
  const done = statement(
    db,
    `UPDATE point_registration SET service_id = ?, code = ?
      WHERE id = ? AND state = 'notRegistered' AND service_id IS NULL`,
  ).run(serviceId, code, id);
  return done.changes === 1;
}

/** Whether a number of the service belongs to an act already. */
export const serviceIdTaken = (db: Database, serviceId: number): boolean =>
  statement(db, 'SELECT 1 FROM point_registration WHERE service_id = ?').get(serviceId) !== undefined;

/** Acts are kept for as long as a correction can be asked for, and then some. In milliseconds. */
const actsKeptMs = 40 * 86_400_000;

/** What was settled long ago stands in the presences and in the history. `now` in milliseconds. */
export const forgetOldActs = (db: Database, now: number): void => {
  statement(db, `DELETE FROM point_registration WHERE moment < ? AND state <> 'open'`).run(now - actsKeptMs);
};
