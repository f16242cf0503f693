// A registration point at a practice site, called as a window calls it, with the ledger of the service beside it.
import type { CallInput, CallName, CallOutput } from '../../../preload/contract/index.ts';
import type { PointOutcome } from '../../../preload/contract/registration-point.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { openSite, PARK, type SiteBench } from '../presences/site-bench.ts';

export { DAAN, PARK, RANIA } from '../presences/site-bench.ts';
export const PIN = '482913';

export type OnRecord = {
  id: number;
  insz: string;
  type: 'IN' | 'OUT';
  registeredAt: number;
  reference: string;
};
export type PointBench = SiteBench & {
  /** As the page in a window, which the lock holds for. */
  page<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  mustPage<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  press(entered: string, type: 'IN' | 'OUT', by?: 'typed' | 'scanned'): Promise<PointOutcome>;
  start(more?: Partial<CallInput<'point.start'>>): Promise<Result<CallOutput<'point.start'>>>;
  /** Everything that the service has on record, the oldest first. */
  onRecord(): Promise<OnRecord[]>;
  faults(...faults: object[]): Promise<unknown>;
};

export const REGISTER = 'registerInBulk';

export async function openPointBench(options: Parameters<typeof openSite>[0] = {}): Promise<PointBench> {
  const site = await openSite({ trusted: ({ origin }) => origin === 'page', ...options });
  return pointBench(site);
}

export function pointBench(site: SiteBench): PointBench {
  const page: PointBench['page'] = async (name, input) =>
    JSON.parse(
      await site.app.dispatch(
        { windowId: 'w1', origin: 'page', topFrame: true },
        JSON.stringify({ name, input }),
      ),
    );
  const mustPage: PointBench['mustPage'] = async (name, input) => {
    const result = await page(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  return {
    ...site,
    page,
    mustPage,
    press: (entered, type, by = 'typed') => mustPage('point.register', { entered, by, type }),
    start: (more = {}) =>
      page('point.start', {
        worksReference: PARK,
        employerId: site.employerId,
        pin: PIN,
        pinAgain: PIN,
        channels: ['number', 'badge', 'phone'],
        languages: ['nl', 'fr'],
        ...more,
      }),
    async onRecord() {
      const { items } = (await site.admin('GET', '/presence/registrations')) as { items: OnRecord[] };
      return items.sort((a, b) => a.id - b.id);
    },
    faults: (...faults) => site.admin('PUT', '/faults', faults),
  };
}

/** The site as the office keeps it: with the place of the sample. */
export const withWorks = (bench: SiteBench, more: object = {}): Promise<unknown> =>
  bench.must('worksDeclaration.add', {
    employerId: bench.employerId,
    reference: PARK,
    name: 'Zalen Het Park',
    place: { latitude: 50.8503, longitude: 4.3517 },
    ...more,
  });
