// V1: a training provider files one session with its participants, or corrects it under the same reference. Each
// participant has a verdict of its own; the same body again changes nothing.
import { createHash, randomUUID } from 'node:crypto';
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { LedgerEffect } from '../store/ledger-store.ts';
import type { ProviderPart, ProviderStore } from '../store/provider-store.ts';
import { enterpriseNumberIsValid, padEnterpriseNumber } from '../world/check-digits.ts';
import { describe } from './anomalies.ts';
import { type FlaParts, selfOf } from './parts.ts';
import { judgeParticipant, type ParticipantVerdict, sessionFindings } from './provider-judge.ts';
import { type FlaCall, wrongDigits } from './subject.ts';
import { type Duration, stableJson } from './training.ts';

export interface Participant {
  readonly ssin: string;
  readonly employerEnterpriseNumber?: string;
  readonly status: string;
  readonly certificate?: { readonly obtained: boolean; readonly validUntil?: string };
}

export interface ProviderTraining {
  readonly externalReference: string;
  readonly title: string;
  readonly type: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly duration: Duration;
  readonly provider: { readonly enterpriseNumber: string; readonly name: string };
  readonly participants: readonly Participant[];
}

export interface ProviderParts extends FlaParts {
  readonly providers: ProviderStore;
}

/** The reference of a participant's part in the worker-year: the same for the same session, whoever asks. */
const referenceOf = (provider: string, reference: string): string =>
  `TP-${provider}-${createHash('sha256').update(reference).digest('hex').slice(0, 32)}`;

const bodyOf = (training: ProviderTraining, participant: Participant, externalReference: string): string => {
  const { title, type, startDate, endDate, duration, provider } = training;
  const { status, certificate } = participant;
  return stableJson({
    externalReference,
    title,
    type,
    status,
    startDate,
    endDate,
    duration,
    countsForTrainingRight: true,
    ...(certificate === undefined ? {} : { certificate }),
    provider: { kind: 'external', ...provider },
  });
};

const messageIssues = (provider: string, given: string, training: ProviderTraining): problems.Issue[] => {
  const issues: problems.Issue[] = [];
  if (training.externalReference !== given) {
    const detail = 'differs from the reference in the path';
    issues.push(problems.invalidInput('externalReference', training.externalReference, detail));
  }
  if (training.provider.enterpriseNumber !== provider) {
    const detail = 'differs from the training provider in the path';
    issues.push(
      problems.invalidInput('provider.enterpriseNumber', training.provider.enterpriseNumber, detail),
    );
  }
  const seen = new Set<string>();
  training.participants.forEach(({ ssin }, i) => {
    if (seen.has(ssin))
      issues.push(problems.invalidInput(`participants[${i}].ssin`, ssin, 'stands twice in this message'));
    seen.add(ssin);
  });
  return issues;
};

/** What the employer filed under that reference since is the employer's: only our own filing is replaced or removed. */
const isStillTheProviders = (parts: ProviderParts, part: ProviderPart): boolean => {
  const stored = parts.trainings
    .list(part)
    .find(({ externalReference }) => externalReference === part.externalReference);
  return stored === undefined || stored.channel === 'trainingProvider';
};

const takeAway = (parts: ProviderParts, part: ProviderPart): void => {
  parts.providers.removePart(part);
  if (isStillTheProviders(parts, part)) parts.trainings.remove(part, part.externalReference);
};

const keep = (
  parts: ProviderParts,
  part: ProviderPart,
  before: ProviderPart | undefined,
): LedgerEffect['effect'] => {
  if (before?.body === part.body && before.enterpriseNumber === part.enterpriseNumber) return 'unchanged';
  const moved =
    before !== undefined && (before.enterpriseNumber !== part.enterpriseNumber || before.year !== part.year);
  if (moved) takeAway(parts, before);
  parts.providers.savePart(part);
  if (isStillTheProviders(parts, part)) {
    const { externalReference, body, filedOn } = part;
    const known = parts.trainings.list(part).find((one) => one.externalReference === externalReference);
    const id = known?.id ?? randomUUID();
    parts.trainings.save(part, { id, externalReference, body, channel: 'trainingProvider', filedOn });
  }
  return before === undefined ? 'created' : 'updated';
};

/** Enterprise in the path when the caller is that training provider itself, else the refusal. No mandate is asked. */
const providerOf = (call: FlaCall): { provider: string } | { refused: Reply } => {
  const given = call.parameters['enterpriseNumber'] ?? '';
  const provider = padEnterpriseNumber(given);
  if (!enterpriseNumberIsValid(provider)) return wrongDigits('enterpriseNumber', given);
  const { account } = call.caller;
  return account.quality === 'trainingProvider' && account.enterpriseNumber === provider
    ? { provider }
    : { refused: problems.missingPermission('not the training provider of this account') };
};

export const putProviderTraining = (parts: ProviderParts, call: FlaCall): Reply => {
  const access = providerOf(call);
  if ('refused' in access) return access.refused;
  const { provider } = access;
  const training = call.json as ProviderTraining;
  const issues = messageIssues(provider, call.parameters['externalReference'] ?? '', training);
  if (issues.length > 0) return problems.badRequest(issues);
  const reference = training.externalReference;
  const isNew = !parts.providers.known(provider, reference);
  const left = new Map(parts.providers.parts(provider, reference).map((part) => [part.insz, part]));
  const ofSession = sessionFindings(training);
  const effects: LedgerEffect[] = [];
  const year = Number(training.startDate.slice(0, 4));
  const externalReference = referenceOf(provider, reference);
  const settle = (participant: Participant, verdict: ParticipantVerdict): void => {
    const before = left.get(verdict.insz);
    left.delete(verdict.insz);
    if (verdict.enterpriseNumber === undefined) {
      effects.push({ externalReference, effect: 'refused' });
      return;
    }
    const { insz, enterpriseNumber } = verdict;
    const body = bodyOf(training, participant, externalReference);
    const filedOn = before?.filedOn ?? parts.clock.businessDate();
    const part = { provider, providerReference: reference, enterpriseNumber, insz, year };
    const effect = keep(parts, { ...part, externalReference, body, filedOn }, before);
    const commits = parts.ledger.countCommit(`${provider}/${insz}`, reference);
    effects.push({ externalReference, effect, commits });
  };
  const participants = training.participants.map((participant) => {
    const verdict = judgeParticipant(parts, training, participant, ofSession);
    settle(participant, verdict);
    const refused = verdict.enterpriseNumber === undefined;
    return {
      ssin: participant.ssin,
      employerEnterpriseNumber: verdict.enterpriseNumber,
      state: refused ? 'refused' : verdict.findings.length > 0 ? 'acceptedWithWarnings' : 'accepted',
      anomalies: verdict.findings.map((finding) => describe(parts.anomalies, finding)),
    };
  });
  for (const part of left.values()) {
    takeAway(parts, part);
    effects.push({ externalReference: part.externalReference, effect: 'deleted' });
  }
  parts.providers.saveSession(provider, reference, stableJson(training));
  const result = {
    self: selfOf(parts, call),
    externalReference: reference,
    participants,
    total: participants.length,
  };
  return { ...ok(result), status: isNew ? 201 : 200, effects };
};
