// The bad luck of the bench: a share of the calls to the training account, drawn from a seed, meets what a network and a
// loaded service do. Only the first fault that strikes a call counts. Replacings, which all programs make, meet all of it;
// the readings that only ours makes besides meet less of the waits that are asked.

export type MixFault = Record<string, string | number | boolean>;

const path = '/careerProFla/';

/** Shares of all calls. Sums to about a fifth; the lost answers come after the commit twice as often as before it. */
const shares: readonly MixFault[] = [
  { kind: '503', share: 0.03 },
  { kind: '503', share: 0.015, retryAfter: 1 },
  { kind: '503AfterCommit', share: 0.01, method: 'PUT' },
  { kind: '429', share: 0.018, retryAfter: 1, method: 'PUT' },
  { kind: '429', share: 0.005, retryAfter: 1, retryAfterAs: 'date', method: 'PUT' },
  { kind: '429', share: 0.005, retryAfter: 1, method: 'GET' },
  { kind: '409', share: 0.005 },
  { kind: 'resetBeforeCommit', share: 0.02 },
  { kind: 'resetAfterCommit', share: 0.04 },
  { kind: '500AfterCommit', share: 0.01 },
  { kind: 'halfBody', share: 0.01 },
  { kind: 'garbledJson', share: 0.01 },
  { kind: 'otherReferences', share: 0.005, method: 'PUT' },
  { kind: 'wrongJson', share: 0.005 },
  { kind: 'htmlInsteadOfJson', share: 0.005 },
  { kind: 'htmlInsteadOfJson', share: 0.005, commit: true },
  { kind: 'silence', share: 0.002 },
  { kind: 'silence', share: 0.002, commit: true },
  { kind: 'trickle', share: 0.002, ms: 1_000 },
];

/** What only the one who asks tokens for itself meets. */
const ofTokens: readonly MixFault[] = [
  { kind: 'expireTokens', share: 0.003, path },
  { kind: '503', share: 0.2, path: '/oauth/' },
];

const latency: MixFault = { kind: 'latency', ms: 20, path };

/** `withTokens`: also tokens that end in mid-run and a token service that has no room. */
export const mixOf = (seed: number, withTokens: boolean): MixFault[] =>
  [latency, ...(withTokens ? ofTokens : []), ...shares.map((fault) => ({ path, ...fault }))].map(
    (fault, at) => ({ ...fault, seed: seed * 1_000 + at }),
  );
