// Checks the whole chain of an account and stops at the first broken link: what lies behind it cannot be judged.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { transaction } from '../platform/database.ts';
import type { Session } from '../platform/session.ts';
import { findAccount, noteCheck } from './account-store.ts';
import {
  checkCertificate,
  checkClientId,
  checkConnection,
  checkService,
  type Step,
  tokenGranted,
  tokenRefused,
} from './connection-steps.ts';
import { scopeFor } from './scope-of-service.ts';
import { type AccessToken, tokenSource } from './token-source.ts';

type Tested = HandlerOutput<'account.test'>;

const chain = ['certificate', 'clientId', 'network', 'tls', 'clock', 'token', 'scope', 'service'] as const;

/** Failure accountMissing; everything else is part of the answer. */
export async function testConnection(session: Session, id: string): Promise<Result<Tested>> {
  const account = findAccount(session.db, id);
  if (account === null) return fail('accountMissing');
  const steps: Step[] = [];
  let token: AccessToken | null = null;
  const links: (() => Promise<Step[]> | Step[])[] = [
    async () => [await checkCertificate(session, account)],
    () => [checkClientId(account)],
    () => checkConnection(session),
    async () => {
      const scope = scopeFor(session.environment, account, 'fla');
      const granted = await tokenSource(session).token(id, scope, { fresh: true });
      if (!granted.ok) return withToken(tokenRefused(granted.failure));
      token = granted.value;
      return tokenGranted(Math.floor(token.expiresInSeconds / 60), token.scope, scope);
    },
    async () => (token === null ? [] : [await checkService(session, token.value.reveal())]),
  ];
  for (const link of links) {
    steps.push(...(await link()));
    if (steps.some((step) => step.outcome === 'failed')) break;
  }
  const outcome = outcomeOf(steps);
  const reached = new Set(steps.map((step) => step.id));
  const rest = chain.filter((name) => !reached.has(name));
  steps.push(...rest.map((name) => ({ id: name, outcome: 'notReached' as const, key: 'notReached' })));
  steps.sort((a, b) => chain.indexOf(a.id) - chain.indexOf(b.id));
  note(session, id, account.name, outcome, steps);
  return ok({ outcome, steps, token: token === null ? null : shown(token) });
}

/** A token refused for its scope did reach the token service and was recognised there. */
function withToken(refused: Step): Step[] {
  return refused.id === 'scope'
    ? [{ id: 'token', outcome: 'ok', key: 'tokenRecognised' }, refused]
    : [refused];
}

function outcomeOf(steps: readonly Step[]): Tested['outcome'] {
  if (steps.some((step) => step.outcome === 'failed')) return 'failed';
  return steps.some((step) => step.outcome === 'warning') ? 'warning' : 'ok';
}

const shown = (token: AccessToken): Tested['token'] => ({
  expiresInSeconds: token.expiresInSeconds,
  scope: token.scope,
});

function note(
  session: Session,
  id: string,
  name: string,
  outcome: Tested['outcome'],
  steps: readonly Step[],
): void {
  transaction(session.db, () => {
    noteCheck(session.db, id, session.clock.now().toISOString(), outcome);
    recordAct(session, {
      employerId: null,
      kind: 'account.tested',
      subject: { kind: 'account', id },
      result: outcome === 'failed' ? 'failed' : 'done',
      summary: name,
      payload: {
        outcome,
        steps: steps.map((step) => ({ id: step.id, outcome: step.outcome, key: step.key })),
      },
    });
  });
  session.changed('account.changed', [id]);
}
