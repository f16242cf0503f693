// The verdict on a certificate: every criterion with what was found, what is allowed and what to do, in the order in
// which a person needs it (failed, then warnings, then what is fine).
import type { CertificateFacts, JudgementContext } from './certificate-facts.ts';
import type { Criterion } from './criterion.ts';
import { judgeClock, judgeNotAfter, judgeNotBefore } from './date-criteria.ts';
import {
  judgeDigest,
  judgeFile,
  judgeKeyKind,
  judgeKeyUsage,
  judgePrivateKey,
  judgeProtection,
} from './key-criteria.ts';
import { judgeOrigin, judgeSubject } from './origin-criteria.ts';

export type Verdict = {
  verdict: 'usable' | 'usableUntil' | 'notUsable';
  /** End of validity, UTC text; null when the certificate may not be used. */
  until: string | null;
  criteria: Criterion[];
};

const order: Record<Criterion['outcome'], number> = { failed: 0, warning: 1, ok: 2 };

/** One failed criterion makes it unusable; an end within `warnDays` makes it `usableUntil`; other warnings do not count. */
export function judgeCertificate(facts: CertificateFacts, context: JudgementContext): Verdict {
  const criteria = [
    judgeKeyUsage(facts),
    judgeKeyKind(facts),
    judgeDigest(facts),
    judgeNotBefore(facts, context),
    judgeNotAfter(facts, context),
    ...judgeSubject(facts, context),
    judgeOrigin(facts, context),
    ...judgePrivateKey(facts),
    judgeFile(facts),
    ...judgeProtection(facts),
    ...judgeClock(context),
  ].sort((a, b) => order[a.outcome] - order[b.outcome]);
  if (criteria.some(({ outcome }) => outcome === 'failed')) {
    return { verdict: 'notUsable', until: null, criteria };
  }
  const ends = criteria.some(({ id, outcome }) => id === 'CERT-NOT-AFTER' && outcome === 'warning');
  return { verdict: ends ? 'usableUntil' : 'usable', until: facts.notAfter, criteria };
}
