// Criteria on names: warnings only, because the services were never seen to refuse on them.
import type { CertificateFacts, DatedIssuer, JudgementContext } from './certificate-facts.ts';
import { type Criterion, criterion } from './criterion.ts';
import { belgianDay } from './date-criteria.ts';
import { namesEnterprise } from './enterprise-name.ts';

/** The certificate has to be in the enterprise's name; nothing is said while no enterprise is known. */
export function judgeSubject(facts: CertificateFacts, context: JudgementContext): Criterion[] {
  const { enterpriseName, enterpriseNumber } = context;
  if (!enterpriseName && !enterpriseNumber) return [];
  const named = namesEnterprise(facts.subjectValues, enterpriseName ?? '', enterpriseNumber ?? '');
  return [
    criterion('CERT-SUBJECT', {
      outcome: named ? 'ok' : 'warning',
      found: facts.subject === '' ? 'found.empty' : 'found.named',
      params: { subject: facts.subject, enterprise: enterpriseName || (enterpriseNumber ?? '') },
    }),
  ];
}

export function judgeOrigin(facts: CertificateFacts, context: JudgementContext): Criterion {
  const listed = context.issuers.some((issuer) => issuedBy(issuer, facts));
  return criterion('CERT-ORIGIN', {
    outcome: facts.selfSigned || listed ? 'ok' : 'warning',
    found: facts.selfSigned ? 'found.selfSigned' : 'found.issued',
    params: { issuer: facts.issuerCommonName || facts.issuer },
    allowedParams: { issuers: [...new Set(context.issuers.map(({ product }) => product))].join(', ') },
    certainty: listed ? 'inferred' : 'seed',
  });
}

function issuedBy(issuer: DatedIssuer, facts: CertificateFacts): boolean {
  const day = belgianDay(facts.notBefore);
  return (
    issuer.commonName === facts.issuerCommonName &&
    (issuer.issuesFrom === null || issuer.issuesFrom <= day) &&
    (issuer.issuesUntil === null || day <= issuer.issuesUntil)
  );
}
