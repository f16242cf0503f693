// SQL of what was done to lines: written once, never changed (D-h).
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { RegisterActKind } from '../../preload/contract/register-values.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { type Database, statement } from '../platform/database.ts';
import { type LineKey, linesOfKey } from './line-store.ts';

type Shown = HandlerOutput<'register.acts'>['rows'][number];

export type RegisterAct = LineKey & {
  id: string;
  at: string;
  actor: string;
  kind: RegisterActKind;
  /** The event of a feed that it followed from. */
  eventId: string | null;
  asked: Shown['asked'];
  before: Period[];
  after: Period[];
};

/** Days only, in this order: two lists are the same when their texts are. */
export const periodsText = (periods: readonly Period[]): string =>
  JSON.stringify(periods.map(({ begin, end }) => ({ begin, end })));

/** One row per key and act, in the open transaction. */
export function insertAct(db: Database, act: RegisterAct): void {
  statement(
    db,
    `INSERT INTO register_act
       (id, at, actor, kind, person_id, employer_id, owner_id, dossier_type, event_id, asked, lines_before, lines_after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[act.id, act.at, act.actor, act.kind, act.personId, act.employerId, act.ownerId, act.dossierType],
    ...[act.eventId, JSON.stringify(act.asked), periodsText(act.before), periodsText(act.after)],
  );
}

type Row = Omit<RegisterAct, 'asked' | 'before' | 'after'> & {
  asked: string;
  linesBefore: string;
  linesAfter: string;
};
const columns = `a.id, a.at, a.actor, a.kind, a.person_id AS personId, a.employer_id AS employerId, a.owner_id AS ownerId,
  a.dossier_type AS dossierType, a.event_id AS eventId, a.asked, a.lines_before AS linesBefore, a.lines_after AS linesAfter`;

const actOf = ({ asked, linesBefore, linesAfter, ...row }: Row): RegisterAct => ({
  ...row,
  asked: JSON.parse(asked) as Shown['asked'],
  before: JSON.parse(linesBefore) as Period[],
  after: JSON.parse(linesAfter) as Period[],
});

export function findAct(db: Database, id: string): RegisterAct | null {
  const row = statement(db, `SELECT ${columns} FROM register_act a WHERE a.id = ?`).get(id) as
    | Row
    | undefined;
  return row === undefined ? null : actOf(row);
}

/**
 * What a person did can be undone while its lines are still as it left them; what a feed or a worker's period did cannot, nor what was
 * done before lines of another person were laid over these: that act knew only the half of them.
 */
export const isRestorable = (db: Database, act: RegisterAct): boolean =>
  ['insert', 'delete', 'restore'].includes(act.kind) &&
  periodsText(linesOfKey(db, act)) === periodsText(act.after) &&
  statement(
    db,
    `SELECT 1 FROM register_act WHERE person_id = ? AND at >= ? AND kind = 'merge' AND employer_id = ? AND owner_id = ?
        AND dossier_type = ? LIMIT 1`,
  ).get(act.personId, act.at, act.employerId, act.ownerId, act.dossierType) === undefined;

/** Most that is counted: more than a person pages through. */
export const mostCounted = 10_000;

/** Latest first. The total stops at 10,000. */
export function listActs(
  db: Database,
  filter: { employerId: string | null; personId: string | null; page: number; pageSize: number },
): { rows: Shown[]; total: number } {
  const where =
    filter.personId !== null
      ? 'a.person_id = ? AND (? IS NULL OR a.employer_id = ?)'
      : filter.employerId !== null
        ? 'a.employer_id = ?'
        : '1';
  const values =
    filter.personId !== null
      ? [filter.personId, filter.employerId, filter.employerId]
      : filter.employerId !== null
        ? [filter.employerId]
        : [];
  const counted = statement(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM register_act a WHERE ${where} LIMIT ${mostCounted})`,
  ).pluck();
  const rows = statement(
    db,
    `SELECT ${columns}, n.insz, p.family_name AS familyName, p.given_name AS givenName, le.name AS employerName
       FROM (SELECT * FROM register_act a WHERE ${where} ORDER BY a.at DESC, a.id DESC LIMIT ? OFFSET ?) a
       JOIN person p ON p.id = a.person_id JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
       JOIN employer e ON e.id = a.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      ORDER BY a.at DESC, a.id DESC`,
  ).all(...values, filter.pageSize, (filter.page - 1) * filter.pageSize) as (Row & Shown)[];
  return { rows: rows.map((row) => shownAct(db, row)), total: Number(counted.get(...values)) };
}

function shownAct(db: Database, row: Row & Shown): Shown {
  const act = actOf(row);
  const { id, at, actor, kind, personId, employerId, dossierType, asked, before, after } = act;
  const { insz, familyName, givenName, employerName } = row;
  return {
    ...{ id, at, actor, kind, personId, employerId, dossierType, asked, before, after },
    ...{ insz, familyName, givenName, employerName },
    restorable: isRestorable(db, act),
  };
}
