// The one sentence over an inspection: may it leave, what is missing, or how much stands in its way.
import type { Inspection } from '../../../../preload/contract/cbss-workbench.ts';

export type Verdict = { kind: 'good' | 'unsigned' | 'bare' | 'answer' | 'bad'; count: number };

export function verdictOf({ kind, name, guards, schema, signature }: Inspection): Verdict {
  const failed = guards.filter(({ state }) => state === 'failed').map(({ guard }) => guard);
  const bare = failed.filter((guard) => guard !== 'oneSecurity' && guard !== 'oneSignature');
  const wrongParts = (signature?.parts ?? []).filter(({ stated, counted }) => stated !== counted);
  const others = [
    schema.state === 'invalid',
    signature?.value === 'wrong',
    wrongParts.length > 0,
    signature !== null && signature.timestamp?.state !== 'ok',
  ].filter(Boolean).length;
  if (kind !== 'request' && failed.length + others === 0) return { kind: 'answer', count: 0 };
  if (kind === 'request' && signature === null && bare.length + others === 0)
    return { kind: name === 'CheckConnectionRequest' ? 'bare' : 'unsigned', count: 0 };
  return failed.length + others === 0
    ? { kind: 'good', count: 0 }
    : { kind: 'bad', count: failed.length + others };
}
