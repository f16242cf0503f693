// SQL of the last days of declarations of works that are still to come.
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';

export type WorksEnd = {
  id: string;
  employerName: string;
  name: string;
  reference: string;
  endDate: string;
};

/** A calendar takes no more. */
const most = 5_000;

/** The nearest first; today is still to come. */
export function endsOf(db: Database, scope: EmployerScope, today: string): WorksEnd[] {
  const within = scopeCondition(scope, 'w.employer_id');
  return statement(
    db,
    `SELECT w.id, le.name AS employerName, w.name, w.reference, w.end_date AS endDate
       FROM works_declaration w JOIN employer e ON e.id = w.employer_id
       JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE ${within.sql} AND w.removed_at IS NULL AND w.end_date >= ?
      ORDER BY w.end_date, w.name COLLATE NOCASE, w.id LIMIT ${most}`,
  ).all(...within.values, today) as WorksEnd[];
}
