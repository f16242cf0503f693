// SQL of receipts: every worker-year and every session that was answered, with the hashes of what was asked and what came back.
import type { Receipt } from '../../preload/contract/outbox-plan.ts';
import { type EmployerScope, scopeCondition } from '../employers/employer-scope.ts';
import { type Database, statement } from '../platform/database.ts';

export type ReceiptFilter = {
  scope: EmployerScope;
  year: number | null;
  /** Instants: from the first to before the second. */
  from: string | null;
  until: string | null;
  states: readonly Receipt['state'][];
  channel: Receipt['channel'] | null;
};
type Row = Omit<Receipt, 'employers'> & { employers: string };

const items = `SELECT i.id, 'employer' AS channel, 'replaced' AS kind, NULL AS sessionId, substr(le.name, 1, 200) AS employerName,
    coalesce(le.enterprise_number, '') AS enterpriseNumber, '[]' AS employers,
    p.family_name || CASE p.given_name WHEN '' THEN '' ELSE ', ' || p.given_name END AS workerName, '' AS title, i.year,
    i.state, (SELECT count(*) FROM outbox_record r WHERE r.item_id = i.id) AS trainings, i.sent_at AS sentAt,
    i.answered_at AS answeredAt, i.request_hash AS requestHash, i.answer_hash AS answerHash,
    coalesce(a.prepared_by, '') AS preparedBy, coalesce(a.approved_by, '') AS approvedBy
  FROM outbox_item i JOIN employer e ON e.id = i.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
  JOIN worker w ON w.id = i.worker_id JOIN person p ON p.id = w.person_id
  LEFT JOIN outbox_approval a ON a.item_id = i.id
  WHERE i.answer_hash IS NOT NULL AND i.request_hash IS NOT NULL AND i.answered_at IS NOT NULL
    AND i.state IN ('accepted', 'acceptedWithWarnings', 'refused', 'superseded')`;
const sessions = `SELECT s.id, 'provider' AS channel, s.kind, s.session_id AS sessionId, s.provider_name AS employerName,
    s.provider_number AS enterpriseNumber, s.employers, '' AS workerName, substr(s.title, 1, 255) AS title, s.year,
    CASE s.superseded WHEN 1 THEN 'superseded' ELSE s.state END AS state, s.participants AS trainings, s.sent_at AS sentAt,
    s.answered_at AS answeredAt, s.request_hash AS requestHash, s.answer_hash AS answerHash,
    s.prepared_by AS preparedBy, s.approved_by AS approvedBy
  FROM provider_sending s WHERE s.answered_at IS NOT NULL AND s.answer_hash IS NOT NULL`;
/** A session counts for the employers of its participants. */
const ofEmployer = `(? IS NULL OR EXISTS (SELECT 1 FROM json_each(s.employers) n JOIN legal_entity le
  ON le.enterprise_number = n.value JOIN employer e ON e.legal_entity_id = le.id WHERE e.id = ?))`;

export function listReceipts(
  db: Database,
  filter: ReceiptFilter,
  offset: number,
  limit: number,
): { rows: Receipt[]; total: number } {
  const { scope, channel, states } = filter;
  const { sql, values } = scopeCondition(scope, 'i.employer_id');
  const employerId = scope === 'all' ? null : scope.employerId;
  const parts = [
    ...(channel === 'provider' ? [] : [{ sql: `${items} AND ${sql}`, values }]),
    ...(channel === 'employer'
      ? []
      : [{ sql: `${sessions} AND ${ofEmployer}`, values: [employerId, employerId] }]),
  ];
  const asked: [string, (string | number)[]][] = [
    ...(filter.year === null ? [] : [['year = ?', [filter.year]] as [string, number[]]]),
    ...(filter.from === null ? [] : [['answeredAt >= ?', [filter.from]] as [string, string[]]]),
    ...(filter.until === null ? [] : [['answeredAt < ?', [filter.until]] as [string, string[]]]),
    ...(states.length === 0
      ? []
      : [['state IN (SELECT value FROM json_each(?))', [JSON.stringify(states)]] as [string, string[]]]),
  ];
  const where = ['1', ...asked.map(([condition]) => condition)].join(' AND ');
  const both = `SELECT * FROM (${parts.map((part) => part.sql).join(' UNION ALL ')}) WHERE ${where}`;
  const given = [...parts.flatMap((part) => part.values), ...asked.flatMap(([, list]) => list)];
  const { total } = statement(db, `SELECT count(*) AS total FROM (${both})`).get(...given) as {
    total: number;
  };
  const rows = statement(db, `${both} ORDER BY answeredAt DESC, id DESC LIMIT ? OFFSET ?`).all(
    ...given,
    limit,
    offset,
  ) as Row[];
  return { rows: rows.map(shown), total };
}

const shown = ({ employers, ...row }: Row): Receipt => ({
  ...row,
  employers: (JSON.parse(employers) as string[]).slice(0, 50),
});

export type Proved = {
  /** What the events of the history stand under. */
  subjectId: string;
  requestHash: string;
  answerHash: string;
  /** The request, where it is kept beside the history. */
  requestBody: string | null;
};

/** What a receipt rests on; null where there is no such receipt. */
export function findProved(db: Database, id: string): Proved | null {
  const item = statement(
    db,
    `SELECT id AS subjectId, request_hash AS requestHash, answer_hash AS answerHash, request_body AS requestBody
       FROM outbox_item WHERE id = ? AND answer_hash IS NOT NULL AND request_hash IS NOT NULL`,
  ).get(id);
  const sending = statement(
    db,
    `SELECT session_id AS subjectId, request_hash AS requestHash, answer_hash AS answerHash, NULL AS requestBody
       FROM provider_sending WHERE id = ? AND answer_hash IS NOT NULL`,
  );
  return (item as Proved | undefined) ?? (sending.get(id) as Proved | undefined) ?? null;
}
