// Reading calls of the FLA that only a rescue uses: the list of workers, rights and credit (rest-services §4.2 E1, R2, C1).
import { z } from 'zod';
import { fail } from '../../preload/contract/result.ts';
import type { HttpOutcome } from '../platform/http.ts';
import type { FlaCall, FlaOutcome, WorkerYearAddress } from '../training/fla-api.ts';
import { refusalOf } from '../training/fla-problem.ts';

const timeoutMs = 60_000;
const maxBytes = 8 * 1024 * 1024;
/** Largest page that the contract allows is 500; half of it keeps answers small. */
const pageSize = 200;

const employeesSchema = z.looseObject({
  items: z
    .array(
      z.looseObject({
        ssin: z.string().regex(/^\d{11}$/),
        givenName: z.string().max(200).catch(''),
        familyName: z.string().max(200).catch(''),
      }),
    )
    .max(1_000),
  total: z.int().min(0).optional(),
  next: z.string().optional(),
});
export type EmployeesPage = z.infer<typeof employeesSchema>;

/** One page of the workers that the service knows at the employer; pages count from 1. */
export const readEmployees = (
  call: FlaCall,
  { baseUrl, enterpriseNumber }: Pick<WorkerYearAddress, 'baseUrl' | 'enterpriseNumber'>,
  page: number,
): Promise<FlaOutcome<EmployeesPage>> =>
  get(call, `${baseUrl}/employers/${enterpriseNumber}/employees?page=${page}&pageSize=${pageSize}`, (json) =>
    employeesSchema.parse(json),
  );

/** Whatever the service says of rights or credit, as it stands. Null: it holds none for the worker-year. */
export async function readPart(
  call: FlaCall,
  { baseUrl, enterpriseNumber, insz, year }: WorkerYearAddress,
  part: 'trainingRights' | 'trainingCredit',
): Promise<FlaOutcome<object | null>> {
  const url = `${baseUrl}/employers/${enterpriseNumber}/employees/${insz}/calendarYears/${year}/${part}`;
  const read = await get<object | null>(call, url, (json) => z.looseObject({}).parse(json));
  return read.kind === 'refused' && read.failure.code === 'notFound'
    ? { kind: 'answer', value: null, text: '' }
    : read;
}

async function get<T>(call: FlaCall, url: string, parse: (json: unknown) => T): Promise<FlaOutcome<T>> {
  const outcome = await call.http.fetch({
    url,
    method: 'GET',
    headers: {
      authorization: `Bearer ${call.token.reveal()}`,
      accept: 'application/json, application/problem+json',
      'belgov-trace-id': call.traceId,
    },
    timeoutMs,
    maxBytes,
    ...(call.signal ? { signal: call.signal } : {}),
  });
  return interpreted(outcome, call.now, parse);
}

function interpreted<T>(outcome: HttpOutcome, now: Date, parse: (json: unknown) => T): FlaOutcome<T> {
  if (outcome.kind === 'notSent') {
    const code = outcome.reason === 'connectionLost' ? 'offline' : outcome.reason;
    return { kind: 'notSent', failure: fail(code, { retry: 'safe' }).failure };
  }
  if (outcome.kind === 'unknown') {
    // A reading that was lost has changed nothing: asking again is harmless.
    const code = outcome.reason === 'tooLarge' ? 'tooLarge' : 'unexpectedAnswer';
    return { kind: 'unknown', failure: fail(code, { retry: 'safe' }).failure };
  }
  if (outcome.status < 200 || outcome.status > 299) return refusalOf(outcome, now);
  const text = new TextDecoder().decode(outcome.body);
  try {
    return { kind: 'answer', value: parse(JSON.parse(text)), text };
  } catch {
    const traceId = (outcome.headers['belgov-trace-id'] ?? '').slice(0, 64);
    return { kind: 'unknown', failure: fail('unexpectedAnswer', { retry: 'safe', traceId }).failure };
  }
}
