// The life of every certificate: how near its end is, who uses it, and what a person does next about it.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { LifeRow } from '../../preload/contract/renewal.ts';
import { belgianDay } from '../../preload/rules/certificates/date-criteria.ts';
import { type EndStanding, endStanding } from '../../preload/rules/certificates/rungs.ts';
import { certificatesInUse } from '../certificates/certificate-store.ts';
import { sessionVault } from '../certificates/session-vault.ts';
import type { Session } from '../platform/session.ts';
import { type CertificateUse, certificateUses } from './account-certificate-store.ts';

export async function certificateLife(session: Session): Promise<HandlerOutput<'renewal.life'>> {
  const now = session.clock.now();
  const uses = certificateUses(session.db);
  const rows: LifeRow[] = [];
  for (const row of certificatesInUse(session.db)) {
    const standing = endStanding(row.notAfter, now.getTime());
    const stored = await isStored(session, row.id);
    const own = uses.filter(({ certificateId }) => certificateId === row.id).slice(0, 200);
    rows.push({
      id: row.id,
      name: row.name,
      enterpriseName: row.enterpriseName,
      notBefore: row.notBefore,
      notAfter: row.notAfter,
      ...asFields(standing),
      stored,
      uses: own.map(({ accountId, name, role }) => ({ accountId, name, role })),
      next: nextAct({ standing, stored, own, all: uses }),
    });
  }
  return { today: belgianDay(now.toISOString()), rows };
}

/** A keychain that does not answer says nothing about the certificate: it then counts as stored. */
export async function isStored(session: Session, certificateId: string): Promise<boolean> {
  const held = await sessionVault(session).has(certificateId);
  return !held.ok || held.value;
}

export const asFields = ({ days, rung, over }: EndStanding) => ({ daysLeft: days, rung, over });

type Facts = {
  standing: EndStanding;
  stored: boolean;
  /** Uses of this certificate, and of all. */
  own: readonly CertificateUse[];
  all: readonly CertificateUse[];
};

/** The most pressing act: of the one in use before that of a staged one, and that before a former one's. */
export function nextAct({ standing, stored, own, all }: Facts): LifeRow['next'] {
  const inUse = own.filter(({ role }) => role === 'inUse');
  const staged = own.find(({ role }) => role === 'staged');
  const former = own.find(({ role }) => role === 'former');
  if (!stored) return act(own.length > 0 ? 'import' : 'remove', null);
  if (inUse.length > 0 && (standing.rung !== null || standing.over)) {
    const alone = inUse.find((use) => successorOf(use, all) === undefined);
    if (alone) return act('renew', alone.accountId);
  }
  const [first] = inUse;
  const successor = inUse.map((use) => successorOf(use, all)).find((use) => use !== undefined) ?? staged;
  if (successor) return act(renewalStep(successor), successor.accountId);
  if (first) return act('none', null);
  if (former) return act('removeFormer', former.accountId);
  return act(standing.over ? 'remove' : 'use', null);
}

/** Which step a staged certificate waits for. */
export function renewalStep(
  staged: Pick<CertificateUse, 'addedInChamanAt' | 'testOutcome'>,
): 'addInChaman' | 'test' | 'switch' {
  if (staged.testOutcome === 'ok') return 'switch';
  return staged.addedInChamanAt === null ? 'addInChaman' : 'test';
}

const successorOf = ({ accountId }: CertificateUse, all: readonly CertificateUse[]) =>
  all.find((use) => use.accountId === accountId && use.role === 'staged');

const act = (key: LifeRow['next']['key'], accountId: string | null): LifeRow['next'] => ({ key, accountId });
