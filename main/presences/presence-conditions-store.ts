// SQL of what is searched among presences: any of the conditions together, on a row `r`.
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { likeAnywhere } from '../employers/employer-store.ts';

export type PresenceConditions = {
  /** Milliseconds since the epoch: from the first to before the second. */
  span: readonly [number, number];
  reference?: string | undefined;
  /** Name or number of a worker or an enterprise. */
  text: string;
  enterpriseNumber?: string | undefined;
  type?: string | undefined;
  validity?: string | undefined;
  /** A code, or `any`. */
  remark?: string | undefined;
  subcontractors: 'with' | 'without' | 'only';
  cancelled: boolean;
  /** Only what was new or changed after this instant. */
  newSince?: string | undefined;
  /** Only what was judged anew to another judgement. */
  turned?: boolean | undefined;
};
export type PresenceFilter = PresenceConditions & { page: number; pageSize: number };

const ownNumber = `(SELECT le.enterprise_number FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
  WHERE e.id = r.employer_id)`;
/** Whose names match is found once, not for each row. */
const namedLike = `(r.person_id IN (SELECT p.id FROM person p
    WHERE p.family_name <> '' AND p.family_name || ', ' || p.given_name LIKE ? ESCAPE '\\')
  OR r.employer_number IN (SELECT enterprise_number FROM legal_entity WHERE name LIKE ? ESCAPE '\\'))`;

export function presenceConditions(
  scope: EmployerScope,
  filter: PresenceConditions,
): { sql: string; values: (string | number)[] } {
  const within = scopeCondition(scope, 'r.employer_id');
  const parts = [within.sql, 'r.registered_at >= ? AND r.registered_at < ?'];
  const values: (string | number)[] = [...within.values, ...filter.span];
  const add = (sql: string, ...more: (string | number)[]): void => {
    parts.push(sql);
    values.push(...more);
  };
  if (!filter.cancelled) add('r.cancelled_at IS NULL');
  if (filter.reference !== undefined) add('r.reference = ?', filter.reference);
  if (filter.enterpriseNumber !== undefined) add('r.employer_number = ?', filter.enterpriseNumber);
  if (filter.type !== undefined) add('r.type = ?', filter.type);
  if (filter.validity !== undefined) add('r.validity = ?', filter.validity);
  if (filter.newSince !== undefined) add('r.read_at > ?', filter.newSince);
  if (filter.turned === true) add('r.service_id IN (SELECT service_id FROM presence_turn)');
  if (filter.remark === 'any')
    add('EXISTS (SELECT 1 FROM presence_remark m WHERE m.service_id = r.service_id)');
  else if (filter.remark !== undefined)
    add('r.service_id IN (SELECT m.service_id FROM presence_remark m WHERE m.code = ?)', filter.remark);
  if (filter.subcontractors === 'without') add(`r.employer_number = ${ownNumber}`);
  if (filter.subcontractors === 'only') add(`r.employer_number <> ${ownNumber}`);
  const text = filter.text.trim();
  const digits = text.replace(/[\s.\-/]/g, '');
  if (/^\d{2,11}$/.test(digits))
    add(
      // By any number that the person had: what was registered under an old one is found by the new one, and the other way round.
      `(r.person_id IN (SELECT n.person_id FROM person_number n WHERE n.insz >= ? AND n.insz < ?)
        OR r.employer_number LIKE ?)`,
      ...[digits, `${digits}:`, `${digits}%`],
    );
  else if (text !== '') add(namedLike, likeAnywhere(text), likeAnywhere(text));
  return { sql: parts.join(' AND '), values };
}
