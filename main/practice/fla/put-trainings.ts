// T1: replaces the whole set of a worker-year, with a verdict per training. The same body again changes nothing.
import { randomUUID } from 'node:crypto';
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import type { LedgerEffect } from '../store/ledger-store.ts';
import type { StoredTraining } from '../store/training-store.ts';
import { type Anomaly, describe, type Finding } from './anomalies.ts';
import { rightMinutes } from './credit.ts';
import { judgeSet, judgeTraining } from './judge-training.ts';
import { creditFor, type FlaParts, rightFacts, selfOf } from './parts.ts';
import { markOf } from './set-mark.ts';
import { type FlaCall, judgeSubject, requireSubject, type Subject } from './subject.ts';
import { stableJson, type Training, type TrainingsRequest } from './training.ts';

interface Verdict {
  readonly training: Training;
  readonly anomalies: readonly Anomaly[];
  readonly refused: boolean;
}

const duplicateReferences = (trainings: readonly Training[]): problems.Issue[] => {
  const seen = new Set<string>();
  return trainings.flatMap(({ externalReference }, i) => {
    const twice = seen.has(externalReference);
    seen.add(externalReference);
    const detail = 'the reference stands twice in this message';
    return twice
      ? [problems.invalidInput(`trainings[${i}].externalReference`, externalReference, detail)]
      : [];
  });
};

/** Whether employer or worker make every training of the message impossible. */
const blocks = (parts: FlaParts, subject: Subject): boolean =>
  subject.codes.some((code) => parts.anomalies[code]?.severity === 'blocking');

const judge = (
  parts: FlaParts,
  subject: Subject,
  trainings: readonly Training[],
  stored: ReadonlyMap<string, StoredTraining>,
): Verdict[] => {
  const today = parts.clock.businessDate();
  const isBlocking = (finding: Finding): boolean =>
    describe(parts.anomalies, finding).severity === 'blocking';
  const own = trainings.map((training) => {
    const filedOn = stored.get(training.externalReference)?.filedOn ?? today;
    const findings = subject.codes.map((code): Finding => ({ code }));
    findings.push(...judgeTraining(training, subject.year, filedOn));
    return { training, findings, refused: findings.some(isBlocking) };
  });
  const accepted = own.filter(({ refused }) => !refused).map(({ training }) => training);
  const facts = rightFacts(parts, subject);
  const minutes = facts === undefined ? Number.POSITIVE_INFINITY : rightMinutes(facts);
  const overSet = judgeSet(accepted, minutes);
  return own.map(({ training, findings, refused }) => ({
    training,
    refused,
    anomalies: [...findings, ...(overSet.get(training.externalReference) ?? [])].map((finding) =>
      describe(parts.anomalies, finding),
    ),
  }));
};

const store = (
  parts: FlaParts,
  subject: Subject,
  verdicts: readonly Verdict[],
  stored: Map<string, StoredTraining>,
  channel: string,
): { effects: LedgerEffect[]; ids: Map<string, string> } => {
  const effects: LedgerEffect[] = [];
  const ids = new Map<string, string>();
  const key = `${subject.enterpriseNumber}/${subject.insz}/${subject.year}`;
  for (const { training, refused } of verdicts) {
    const { externalReference } = training;
    const before = stored.get(externalReference);
    stored.delete(externalReference);
    if (before !== undefined) ids.set(externalReference, before.id);
    if (refused) {
      effects.push({ externalReference, effect: 'refused' });
      continue;
    }
    const body = stableJson(training);
    const id = before?.id ?? randomUUID();
    ids.set(externalReference, id);
    const effect = before === undefined ? 'created' : before.body === body ? 'unchanged' : 'updated';
    if (effect !== 'unchanged') {
      const filedOn = before?.filedOn ?? parts.clock.businessDate();
      parts.trainings.save(subject, { id, externalReference, body, channel, filedOn });
    }
    effects.push({ externalReference, effect, commits: parts.ledger.countCommit(key, externalReference) });
  }
  // What the message leaves out goes, unless nothing of the message was taken because of employer or worker.
  for (const left of blocks(parts, subject) ? [] : stored.values()) {
    parts.trainings.remove(subject, left.externalReference);
    effects.push({ externalReference: left.externalReference, effect: 'deleted' });
  }
  return { effects, ids };
};

export const putTrainings = (parts: FlaParts, call: FlaCall): Reply => {
  const { trainings } = call.json as TrainingsRequest;
  // An empty list has no item to carry an anomaly: what is wrong is then a plain refusal.
  const subject = trainings.length === 0 ? requireSubject(parts, call) : judgeSubject(parts, call);
  if ('refused' in subject) return subject.refused;
  if (trainings.length === 0 && blocks(parts, subject)) {
    return problems.missingPermission('nothing can be filed for this worker-year');
  }
  const twice = duplicateReferences(trainings);
  if (twice.length > 0) return problems.badRequest(twice);
  const asked = call.exchange.headers['if-match'];
  if (asked !== undefined && asked !== '*' && asked !== markOf(parts.trainings.list(subject)))
    return problems.preconditionFailed('the set is no longer the one that was read');
  const stored = new Map(parts.trainings.list(subject).map((item) => [item.externalReference, item]));
  const verdicts = judge(parts, subject, trainings, stored);
  const channel = `api:${call.caller.account.clientId}`;
  const { effects, ids } = store(parts, subject, verdicts, stored, channel);
  const items = verdicts.map(({ training, anomalies, refused }) => ({
    trainingId: ids.get(training.externalReference),
    externalReference: training.externalReference,
    state: refused ? 'refused' : anomalies.length > 0 ? 'acceptedWithWarnings' : 'accepted',
    anomalies,
  }));
  const trainingCredit = blocks(parts, subject) ? undefined : creditFor(parts, subject);
  return { ...ok({ self: selfOf(parts, call), items, total: items.length, trainingCredit }), effects };
};
