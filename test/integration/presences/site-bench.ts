// An app that is connected to the practice presence service as Schoonmaak De Berk, with phones for its workers.
import { Agent, request } from 'undici';
import type { Clock } from '../../../main/platform/clock.ts';
import { belgianDayOf, belgianMoment } from '../../../preload/rules/dates/belgian-day.ts';
import { type AppBench, openApp } from '../../support/application-bench.ts';
import { openWindow } from '../practice/support/portal-window.ts';

export const PARK = '1Y100PARK0001';
export const DAAN = '01020399744';
export const RANIA = '01020399645';
const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };

export type SiteBench = AppBench & {
  employerId: string;
  admin(method: string, path: string, json?: unknown): Promise<unknown>;
  /** Registers on a phone, behind the code of a site. */
  phone(insz: string, type: 'IN' | 'OUT', reference?: string): Promise<void>;
  /** Follows a job to its end. */
  ended(jobId: string): Promise<{ state: string; code: string | null }>;
  lookUp(from: string, to?: string, withSubcontractors?: boolean): Promise<void>;
};

const day = belgianDayOf(Date.now());
const shift = Math.round((belgianMoment(day, 720) - Date.now()) / 1_000);

/**
 * The clock of a site here and at its practice service: it runs, and began at noon in Belgium. Whatever the hour at which the
 * tests run, an hour ago is the same day, and so is an hour from now.
 */
export const noonClock: Clock = {
  now: () => new Date(Date.now() + shift * 1_000),
  monotonic: () => performance.now(),
};
export const now = (): number => noonClock.now().getTime();
export const today = (): string => day;

/** What a test tells the practice service that the app has started. */
export function adminOf(bench: AppBench): {
  admin: SiteBench['admin'];
  workerUrl: string;
  closeAdmin: () => Promise<void>;
} {
  const environment = bench.app.session()?.environment;
  const practice = environment?.practice;
  if (practice == null || practice.workerUrl === undefined) throw new Error('no practice service');
  const agent = new Agent({ connect: { ca: environment?.caPem ?? '' } });
  const admin: SiteBench['admin'] = async (method, path, json) => {
    const answer = await request(practice.adminUrl + path, {
      method: method as 'GET',
      dispatcher: agent,
      headers: {
        authorization: `Bearer ${practice.adminToken}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: json === undefined ? null : JSON.stringify(json),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return { admin, workerUrl: practice.workerUrl, closeAdmin: () => agent.close() };
}

export async function openSite(options: Parameters<typeof openApp>[0] = {}): Promise<SiteBench> {
  const { clock = noonClock } = options;
  const bench = await openApp({ ...options, clock });
  await bench.must('practice.addSamples', {});
  const { admin, workerUrl, closeAdmin } = adminOf(bench);
  if (clock === noonClock) await admin('PUT', '/clock', { skewSeconds: shift });
  const { rows } = await bench.must('employer.list', { text: 'De Berk' });
  const employerId = rows[0]?.id ?? '';
  const { id: certificateId } = await bench.must('certificate.generate', {
    ...berk,
    name: 'De Berk',
    keyKind: 'ecP384',
  });
  const { id: accountId } = await bench.must('account.registerInPractice', {
    ...berk,
    name: 'De Berk',
    quality: 'employerNsso',
    rights: ['checkInAndOutAtWork'],
    certificateId,
  });
  await bench.must('route.set', {
    employerId,
    service: 'checkInAndOutAtWork',
    route: { kind: 'own', accountId },
  });
  const phone: SiteBench['phone'] = async (insz, type, reference = PARK) => {
    const window = await openWindow(
      { service: { environments: { practice: bench.app.session()?.environment } } } as never,
      'nl',
      workerUrl + reference,
    );
    const shown = await window.send('/registration', { insz, type });
    if (shown.status !== 200) throw new Error(shown.text);
  };
  const ended: SiteBench['ended'] = async (jobId) => {
    for (;;) {
      const { jobs } = await bench.must('job.list', {});
      const job = jobs.find(({ id }) => id === jobId);
      if (job === undefined) throw new Error('no such job');
      if (job.state !== 'running') return { state: job.state, code: job.failure?.code ?? null };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return {
    ...bench,
    employerId,
    admin,
    phone,
    ended,
    async lookUp(from, to = from, withSubcontractors = false) {
      const { jobId } = await bench.must('presence.lookUp', { employerId, from, to, withSubcontractors });
      const end = await ended(jobId);
      if (end.state !== 'done') throw new Error(`the look-up ended as ${end.state} ${end.code}`);
    },
    async close() {
      await closeAdmin();
      await bench.close();
    },
  };
}
