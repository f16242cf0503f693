// SQL of the search over everything (Ctrl+K): employers, workers, persons of the register, certificates and accounts by name or number.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { formatEnterpriseNumber } from '../../preload/rules/identifiers/enterprise-number.ts';
import { maskInsz } from '../../preload/rules/identifiers/insz.ts';
import { type Database, statement } from '../platform/database.ts';

export type Found = HandlerOutput<'app.find'>['found'][number];

type Row = { kind: Found['kind']; id: string; title: string; subtitle: string };

const places: Record<Found['kind'], (id: string) => string> = {
  employer: (id) => `/employers/${id}`,
  worker: (id) => `/workers/${id}`,
  person: (id) => `/register/${id}`,
  training: (id) => `/training/${id}`,
  certificate: () => '/connection',
  account: () => '/connection',
};

/** `text` may be a part of a name or the first digits of a number. Paths carry internal ids only. */
export function findAnywhere(db: Database, text: string, limit: number): Found[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const like = `%${trimmed.replace(/[\\%_]/g, '\\$&')}%`;
  const digits = trimmed.replace(/[\s.\-/]/g, '').replace(/^BE/i, '');
  const number = /^\d{3,11}$/.test(digits) ? `${digits}%` : '';
  const rows = statement(
    db,
    `SELECT * FROM (SELECT 'employer' AS kind, e.id, le.name AS title, coalesce(le.enterprise_number, '') AS subtitle
       FROM employer e JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE le.name LIKE @like ESCAPE '\\' OR (@number <> '' AND le.enterprise_number LIKE @number) LIMIT @limit)
     UNION ALL
     SELECT * FROM (SELECT 'worker', w.id, trim(p.family_name || ' ' || p.given_name), n.insz || ' ' || le.name
       FROM worker w JOIN person p ON p.id = w.person_id
       JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
       JOIN employer e ON e.id = w.employer_id JOIN legal_entity le ON le.id = e.legal_entity_id
      WHERE (p.family_name || ' ' || p.given_name) LIKE @like ESCAPE '\\'
         OR (p.given_name || ' ' || p.family_name) LIKE @like ESCAPE '\\'
         OR (@number <> '' AND w.person_id IN (SELECT o.person_id FROM person_number o WHERE o.insz >= @digits AND o.insz < @digits || ':'))
      LIMIT @limit)
     UNION ALL
     SELECT * FROM (SELECT DISTINCT 'person', p.id, trim(p.family_name || ' ' || p.given_name), n.insz || ' '
       FROM (SELECT q.id FROM json_each(@names) j CROSS JOIN person q INDEXED BY person_name
           ON q.family_name >= json_extract(j.value, '$[0]') COLLATE NOCASE
          AND q.family_name < json_extract(j.value, '$[0]') || char(1114111) COLLATE NOCASE
          AND q.given_name LIKE json_extract(j.value, '$[1]') || '%' ESCAPE '\\'
         UNION ALL SELECT o.person_id FROM person_number o
          WHERE @number <> '' AND o.insz >= @digits AND o.insz < @digits || ':') f
       CROSS JOIN person p ON p.id = f.id
       CROSS JOIN person_number n ON n.person_id = p.id AND n.replaced_by IS NULL
      WHERE EXISTS (SELECT 1 FROM register_line l WHERE l.person_id = p.id)
        AND NOT EXISTS (SELECT 1 FROM worker w WHERE w.person_id = p.id) LIMIT @limit)
     UNION ALL
     SELECT * FROM (SELECT 'training', t.id, t.title, trim(p.family_name || ' ' || p.given_name) || ' ' || t.year
       FROM training t JOIN worker w ON w.id = t.worker_id JOIN person p ON p.id = w.person_id
      WHERE t.removed_at IS NULL AND t.title LIKE @like ESCAPE '\\' LIMIT @limit)
     UNION ALL
     SELECT 'certificate', id, name, coalesce(enterprise_name, '') FROM certificate
      WHERE removed_at IS NULL AND name LIKE @like ESCAPE '\\'
     UNION ALL
     SELECT 'account', id, name, client_id FROM account
      WHERE removed_at IS NULL AND (name LIKE @like ESCAPE '\\' OR client_id LIKE @like ESCAPE '\\')`,
  ).all({ like, number, digits, limit, names: namesIn(trimmed) }) as Row[];
  return rows.slice(0, limit).map(shown);
}

/**
 * A register may hold a million persons: their names are looked up by how they begin, never searched through. `jan de smet` → a family
 * name that begins so; or the first word, or the last one, is the beginning of the given name.
 */
function namesIn(text: string): string {
  const words = text.split(/\s+/);
  const given = (word: string | undefined): string => (word ?? '').replace(/[\\%_]/g, '\\$&');
  const split =
    words.length < 2
      ? []
      : [
          [words.slice(0, -1).join(' '), given(words.at(-1))],
          [words.slice(1).join(' '), given(words[0])],
        ];
  return JSON.stringify([[words.join(' '), ''], ...split]);
}

function shown({ kind, id, title, subtitle }: Row): Found {
  const words =
    kind === 'employer'
      ? formatEnterpriseNumber(subtitle)
      : kind === 'worker' || kind === 'person'
        ? masked(subtitle)
        : subtitle;
  return { kind, id, title: title.slice(0, 300), subtitle: words.slice(0, 300), path: places[kind](id) };
}

/** `01020399645 De Berk` → the number masked, the employer's name after it. */
const masked = (subtitle: string): string =>
  [maskInsz(subtitle.slice(0, 11)), subtitle.slice(12)].filter((part) => part !== '').join(' · ');
