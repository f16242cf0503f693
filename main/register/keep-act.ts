// Keeps what an act does to the lines of one key, with the act itself and its place in the history: all of it or nothing (D-h).
import type { RegisterLine } from '../../preload/contract/register-values.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import { recordAct } from '../history/record-act.ts';
import type { Session } from '../platform/session.ts';
import { insertAct, periodsText, type RegisterAct } from './act-store.ts';
import { type LineKey, rewriteLines, type StoredLine } from './line-store.ts';
import { namesOf } from './person-store.ts';

export type LineChange = {
  kind: 'insert' | 'delete' | 'restore' | 'fromWorker';
  key: LineKey;
  /** As they stand there. */
  before: readonly StoredLine[];
  after: readonly Period[];
  asked: RegisterAct['asked'];
  added?: { period: Period; verifiedBy: RegisterLine['verifiedBy'] };
};

const historyKinds = {
  insert: 'register.inserted',
  delete: 'register.deleted',
  restore: 'register.restored',
} as const;

/** Who stands in the acts: the name that was given, else the account of the computer. */
export function actorName(session: Session): string {
  const { name, osAccount } = session.actor();
  return (name || osAccount).slice(0, 200);
}

/** In the open transaction. The id of the act; null where no line changes, which is no act. */
export function keepChange(session: Session, change: LineChange): string | null {
  const { db, ids, clock } = session;
  const { kind, key, before, after, asked } = change;
  if (periodsText(before) === periodsText(after)) return null;
  rewriteLines(db, key, before, after, change.added ?? null);
  const id = ids.newId();
  insertAct(db, {
    ...key,
    id,
    at: clock.now().toISOString(),
    actor: actorName(session),
    kind,
    eventId: null,
    asked,
    before: [...before],
    after: [...after],
  });
  // A new or changed worker stands in the history as such.
  if (kind !== 'fromWorker') {
    const names = namesOf(db, key.personId);
    recordAct(session, {
      employerId: key.employerId,
      kind: historyKinds[kind],
      subject: { kind: 'person', id: key.personId },
      summary: `${names?.givenName ?? ''} ${names?.familyName ?? ''}`.trim(),
      payload: {
        ...(asked.insz === undefined ? {} : { insz: asked.insz }),
        ...(asked.newInsz === undefined ? {} : { newInsz: asked.newInsz }),
        dossierType: key.dossierType,
        ...(asked.period ? { period: written(asked.period) } : {}),
        linesBefore: before.map(written),
        linesAfter: after.map(written),
        ...(asked.warnings === undefined ? {} : { warnings: asked.warnings }),
      },
    });
  }
  return id;
}

/** `2024-01-01 – 2024-06-30`, and `2024-01-01 – …` where there is no end: the same in every language. */
const written = ({ begin, end }: Period): string => `${begin} – ${end ?? '…'}`;
