// A practice service with what others filed for forty workers, and a profile that brings it home.
import { join } from 'node:path';
import { practiceHttp } from '../../../main/platform/http-undici.ts';
import type { Session } from '../../../main/platform/session.ts';
import { createTexts } from '../../../main/platform/texts.ts';
import { rescueHandlers } from '../../../main/rescue/handlers.ts';
import { acceptNotice } from '../../../main/rescue/notice.ts';
import type { RescueOptions } from '../../../main/rescue/rescue-ports.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { call, type Practice } from '../../support/practice-outbox.ts';
import { addWorker, type OpenProfile, openProfile } from '../../support/seed-profile.ts';
import { EMPLOYER, training } from '../practice/support/client.ts';

/** Valid numbers of people that do not exist: born one a day from 1 January 1975, serial number 990. */
export const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const born = new Date(Date.UTC(1975, 0, 1 + at)).toISOString().slice(2, 10).replaceAll('-', '');
    const base = `${born}990`;
    return base + String(97 - (Number(base) % 97)).padStart(2, '0');
  });

export const filedYears = [2023, 2024, 2025] as const;
export type Filed = { insz: string; year: number; reference: string; channel: string };

/** Workers 0 … n−1 at the service; every third worker-year stays empty, the others hold one or two trainings. */
export async function fillPractice(practice: Practice, all: readonly string[]): Promise<Filed[]> {
  const workers = all.map((insz, at) => ({
    enterpriseNumber: EMPLOYER,
    insz,
    givenName: 'Proef',
    familyName: `Werknemer ${String(at).padStart(2, '0')}`,
    startDate: '2020-01-01',
  }));
  const world = await practice.admin('POST', '/world/import', { workers });
  if (world.status !== 204) throw new Error(world.text);
  const filed: Filed[] = [];
  for (const [at, insz] of all.entries())
    for (const year of filedYears)
      for (let n = 0; n < (at + year) % 3; n += 1) {
        const reference = `W-${at}-${year}-${n}`;
        const channel = n === 0 ? 'webApplication' : 'trainingProvider';
        const day = `${year}-02-0${n + 3}`;
        const body = training(reference, { startDate: day, endDate: day });
        const one = { enterpriseNumber: EMPLOYER, insz, year, channel, training: body };
        const answer = await practice.admin('POST', '/world/trainings', one);
        if (answer.status !== 204) throw new Error(answer.text);
        filed.push({ insz, year, reference, channel });
      }
  return filed;
}

/** The right of a worker for 2025 as its sector agrees it, with a day carried over from the year before. */
export async function fileRight(practice: Practice, insz: string): Promise<void> {
  const { environments, caPem } = practice.service;
  const base = environments['practice']?.services.fla.baseUrl.value ?? '';
  const held = await practice.tokens.token('account', null);
  if (!held.ok) throw new Error('no token');
  const http = practiceHttp({ caPem });
  const answer = await http.fetch({
    url: `${base}/employers/${EMPLOYER}/employees/${insz}/calendarYears/2025/trainingRights`,
    method: 'PUT',
    headers: {
      authorization: `Bearer ${held.value.value.reveal()}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({
      individualRight: { days: 3, source: 'sectorCba' },
      sectorRight: { days: 3, cbaRegistrationNumber: '178221/CO/121' },
      jointCommitteeNumber: '121.00',
      workRegime: { q: 38, s: 38 },
      employmentFraction: 1,
      carriedOverDays: 1,
      automaticCalculation: true,
    }),
    timeoutMs: 10_000,
    maxBytes: 100_000,
  });
  await http.close();
  if (answer.kind !== 'answer' || answer.status !== 200) throw new Error(JSON.stringify(answer));
}

export type RescueBench = OpenProfile & {
  handlers: ReturnType<typeof rescueHandlers>;
  saved: Map<string, Uint8Array>;
  offer(name: string, bytes: Uint8Array | string): string;
  until(): Promise<string | null>;
  /** Resolves when nothing is being read. */
  idle(): Promise<void>;
};

export function openRescue(
  practice: Practice,
  options: {
    file?: string;
    key?: Buffer;
    businessDate?: () => string;
    rescue?: RescueOptions;
    /** `open`: the person has not accepted the notice before reading yet. */
    notice?: 'open';
  } = {},
): RescueBench {
  const environment = practice.service.environments['practice'];
  if (environment === undefined) throw new Error('no practice entry');
  const { rescue, notice, ...rest } = options;
  const profile = openProfile({
    ...rest,
    environment: { ...environment, caPem: practice.service.caPem, practice: null, name: 'practice' },
    http: practiceHttp({ caPem: practice.service.caPem }),
  });
  const saved = new Map<string, Uint8Array>();
  const offered = new Map<string, { name: string; bytes: Uint8Array }>();
  const host: Session['host'] = {
    ...profile.session.host,
    saveFile: async (_window, name, bytes) => {
      saved.set(name, bytes);
      return ok({ name });
    },
    readSelection: async (_window, id) => {
      const found = offered.get(id);
      return found === undefined ? fail('selectionExpired') : ok(found);
    },
    makePdf: async (html) => ok(new TextEncoder().encode(html)),
  };
  Object.assign(profile.session, { host, texts: createTexts() });
  const handlers = rescueHandlers(profile.session, {
    tokens: practice.tokens,
    route: () => ok({ accountId: 'account', scope: null }),
    random: () => 0,
    firstPauseMs: 5,
    ...rescue,
  });
  if (notice !== 'open') acceptNotice(profile.session);
  return {
    ...profile,
    handlers,
    saved,
    offer(name, bytes) {
      const id = profile.session.ids.newId();
      offered.set(id, { name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes });
      return id;
    },
    async idle() {
      while (profile.session.jobs.list().some(({ state }) => state === 'running'))
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    async until() {
      for (;;) {
        const job = profile.session.jobs.list().find(({ kind }) => kind === 'rescue');
        if (job !== undefined && job.state !== 'running') return job.failure?.code ?? null;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

/** The register knows them too, all but the last two. */
export function fillRegister(bench: OpenProfile, all: readonly string[]): void {
  for (const [at, insz] of all.slice(0, -2).entries())
    addWorker(bench.session.db, bench.employerId, {
      insz,
      familyName: `Werknemer ${String(at).padStart(2, '0')}`,
      startDate: '2020-01-01',
    });
}

export const fileIn = (folder: string): string => join(folder, 'rescue.db');
export { acceptNotice, call };
