// What the app asks of the practice world: its clock, its fault switches, its samples, and to know an employer of ours.
import { z } from 'zod';
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { callPractice } from './practice-api.ts';

type Practice = Pick<Session, 'http' | 'environment'>;
export type Fault = HandlerInput<'practice.setFaults'>['faults'][number];

const wireKinds = {
  latency: 'latency',
  tooManyRequests: '429',
  serviceUnavailable: '503',
  serverError: '500',
  resetBeforeCommit: 'resetBeforeCommit',
  resetAfterCommit: 'resetAfterCommit',
  halfBody: 'halfBody',
  htmlInsteadOfJson: 'htmlInsteadOfJson',
  wrongJson: 'wrongJson',
  expireTokens: 'expireTokens',
  clockSkew: 'clockSkew',
} as const satisfies Record<Fault['kind'], string>;

/** Where a fault strikes: expired tokens and a wrong clock concern all services, the others the training account. */
const flaPath = '/careerProFla/';

export async function readPracticeDate(session: Practice): Promise<Result<string>> {
  const answer = await callPractice(session, 'admin', 'GET', '/clock');
  if (!answer.ok) return answer;
  const date = z.iso.date().safeParse(answer.value.json['date']);
  return date.success ? ok(date.data) : fail('unexpectedAnswer', { details: { service: 'practice' } });
}

export function setPracticeDate(session: Practice, date: string): Promise<Result<unknown>> {
  return callPractice(session, 'admin', 'PUT', '/clock', { date });
}

export async function readFaults(session: Practice): Promise<Result<Fault[]>> {
  const answer = await callPractice(session, 'admin', 'GET', '/faults');
  if (!answer.ok) return answer;
  const list = z.array(z.looseObject({ kind: z.string() })).safeParse(answer.value.json['faults']);
  if (!list.success) return fail('unexpectedAnswer', { details: { service: 'practice' } });
  return ok(list.data.flatMap(faultOf).slice(0, 20));
}

export function setFaults(session: Practice, faults: readonly Fault[]): Promise<Result<unknown>> {
  return callPractice(session, 'admin', 'PUT', '/faults', { faults: faults.map(wireFault) });
}

function wireFault({ kind, amount, every }: Fault): Record<string, unknown> {
  if (kind === 'clockSkew') return { kind, seconds: amount };
  return {
    kind: wireKinds[kind],
    path: flaPath,
    every,
    // A lost answer matters where something was taken in: reading afterwards tells what became of it.
    ...(kind === 'resetAfterCommit' ? { method: 'PUT' } : {}),
    ...(kind === 'latency' ? { ms: Math.max(0, amount) } : {}),
    ...((kind === 'tooManyRequests' || kind === 'serviceUnavailable') && amount > 0
      ? { retryAfter: amount }
      : {}),
  };
}

function faultOf(wire: Record<string, unknown>): Fault[] {
  const kinds = Object.keys(wireKinds) as Fault['kind'][];
  const kind = kinds.find((name) => wireKinds[name] === wire['kind']);
  if (!kind) return [];
  const number = (name: string, absent: number) => {
    const value = wire[name];
    return typeof value === 'number' && Number.isInteger(value) ? value : absent;
  };
  const amount = number('seconds', number('ms', number('retryAfter', 0)));
  return [{ kind, amount, every: Math.max(1, number('every', 1)) }];
}

const worldSchema = z.object({
  employers: z.array(
    z.looseObject({
      enterpriseNumber: z.string(),
      name: z.string(),
      qualities: z.array(z.string()),
      fte: z.number(),
      weeklyHours: z.number(),
      workers: z.array(
        z.looseObject({
          insz: z.string(),
          givenName: z.string(),
          familyName: z.string(),
          startDate: z.string(),
          endDate: z.string().nullable(),
          fraction: z.number(),
        }),
      ),
    }),
  ),
});
export type PracticeWorld = z.infer<typeof worldSchema>;

export async function readWorld(session: Practice): Promise<Result<PracticeWorld>> {
  const answer = await callPractice(session, 'admin', 'GET', '/world');
  if (!answer.ok) return answer;
  const world = worldSchema.safeParse(answer.value.json);
  return world.success ? ok(world.data) : fail('unexpectedAnswer', { details: { service: 'practice' } });
}

/** Makes an enterprise known with a quality, keeping the qualities and size that practice knows of it already. */
export async function makeEnterpriseKnown(
  session: Practice,
  enterprise: { enterpriseNumber: string; name: string; quality: string; fte?: number; weeklyHours?: number },
): Promise<Result<unknown>> {
  const world = await readWorld(session);
  if (!world.ok) return world;
  const known = world.value.employers.find((one) => one.enterpriseNumber === enterprise.enterpriseNumber);
  if (known?.qualities.includes(enterprise.quality)) return ok({});
  return callPractice(session, 'admin', 'PUT', `/world/employers/${enterprise.enterpriseNumber}`, {
    name: known?.name ?? enterprise.name,
    qualities: [...new Set([...(known?.qualities ?? []), enterprise.quality])],
    fte: known?.fte ?? enterprise.fte ?? 20,
    weeklyHours: known?.weeklyHours ?? enterprise.weeklyHours ?? 38,
  });
}
