// The other FLA operations (reading, deleting, rights, credit, employees, health) and the table of them all.

import type { Refused } from '../http/contract-routes.ts';
import { ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import { creditFor, type FlaParts, rightsOf, selfOf } from './parts.ts';
import { putTrainings } from './put-trainings.ts';
import { markOf } from './set-mark.ts';
import { employerOf, type FlaCall, requireSubject, type Subject } from './subject.ts';

type FlaHandler = (call: FlaCall) => Reply;

export const registrationClosed = (): Reply =>
  problems.problem({
    status: 403,
    type: 'urn:problem-type:sigedis:fla:registrationClosed',
    title: 'Registration Closed',
    detail: 'registration is closed since 2026-01-01',
    extra: { anomalyCode: 'F0099-999' },
  });

export const serviceGone = (): Reply =>
  problems.problem({
    status: 410,
    type: 'urn:problem-type:sigedis:fla:serviceClosed',
    title: 'Gone',
    detail: 'the data were destroyed on 2027-01-01',
  });

const channelName = (channel: string): string => (channel.startsWith('api:') ? 'api' : channel);

const readTrainings = (parts: FlaParts, subject: Subject, call: FlaCall): Reply => {
  const items = parts.trainings.list(subject).map((stored) => ({
    trainingId: stored.id,
    channel: channelName(stored.channel),
    registrationDate: stored.filedOn,
    ...(JSON.parse(stored.body) as Record<string, unknown>),
  }));
  const reply = ok({ self: selfOf(parts, call), items, total: items.length });
  return { ...reply, headers: { ...reply.headers, etag: markOf(parts.trainings.list(subject)) } };
};

const deleteTraining = (parts: FlaParts, subject: Subject, call: FlaCall): Reply => {
  const id = call.parameters['trainingId'] ?? '';
  const found = parts.trainings.list(subject).find((stored) => stored.id === id);
  if (found === undefined) return problems.resourceNotFound('trainingId', id, 'no such training');
  const { externalReference } = found;
  parts.trainings.remove(subject, externalReference);
  return { status: 204, effects: [{ externalReference, effect: 'deleted' }] };
};

const readRights = (parts: FlaParts, subject: Subject, call: FlaCall): Reply => {
  const trainingRights = rightsOf(parts, subject);
  return trainingRights === undefined
    ? problems.resourceNotFound('year', String(subject.year), 'no rights were filed')
    : ok({ self: selfOf(parts, call), trainingRights });
};

const writeRights = (parts: FlaParts, subject: Subject, call: FlaCall): Reply => {
  parts.trainings.saveRights(subject, JSON.stringify(call.json));
  return { ...ok({ self: selfOf(parts, call), trainingRights: call.json }), effects: [] };
};

const readCredit = (parts: FlaParts, subject: Subject, call: FlaCall): Reply =>
  ok({ self: selfOf(parts, call), ...creditFor(parts, subject) });

const readEmployees = (parts: FlaParts, call: FlaCall): Reply => {
  const employer = employerOf(parts, call);
  if ('refused' in employer) return employer.refused;
  const page = Number(call.parameters['page'] ?? 1);
  const pageSize = Number(call.parameters['pageSize'] ?? 50);
  const total = parts.world.countEmployees(employer.enterpriseNumber);
  const last = Math.max(Math.ceil(total / pageSize), 1);
  const link = (target: number): string => `${selfOf(parts, call)}?page=${target}&pageSize=${pageSize}`;
  const rows = parts.world.employees(employer.enterpriseNumber, (page - 1) * pageSize, pageSize);
  return ok({
    self: link(page),
    items: rows.map((row) => ({
      ssin: row.insz,
      givenName: row.givenName,
      familyName: row.familyName,
      employmentPeriod: {
        startDate: row.startDate,
        ...(row.endDate === null ? {} : { endDate: row.endDate }),
      },
    })),
    page,
    pageSize,
    total,
    first: link(1),
    ...(page > 1 ? { prev: link(page - 1) } : {}),
    ...(page < last ? { next: link(page + 1) } : {}),
    last: link(last),
  });
};

/** One handler per operation of fla-employer-v1.yaml; each request that gets here is written in the ledger. */
export const createFlaHandlers = (parts: FlaParts): Record<string, FlaHandler> => {
  const withSubject =
    (work: (parts: FlaParts, subject: Subject, call: FlaCall) => Reply): FlaHandler =>
    (call) => {
      const subject: Subject | Refused = requireSubject(parts, call);
      return 'refused' in subject ? subject.refused : work(parts, subject, call);
    };
  return {
    putTrainings: (call) => putTrainings(parts, call),
    getTrainings: withSubject(readTrainings),
    deleteTraining: withSubject(deleteTraining),
    putTrainingRights: withSubject(writeRights),
    getTrainingRights: withSubject(readRights),
    getTrainingCredit: withSubject(readCredit),
    getEmployees: (call) => readEmployees(parts, call),
    getHealth: () => ok({ status: 'UP' }),
  };
};
