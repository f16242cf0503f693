// The admin interface: clocks, faults, ledger, switches, reset. Inputs were checked by practice-admin.yaml.
import { belgianInstant, practiceNow } from '../citizen/moments.ts';
import type { PracticeClock } from '../clock.ts';
import { type Fault, type FaultBoard, pathTest } from '../faults/fault.ts';
import { modeOn } from '../fla/calendar.ts';
import type { Call } from '../http/contract-routes.ts';
import { ok, type Reply } from '../http/exchange.ts';
import { badRequest, invalidInput } from '../http/problem.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { TokenStore } from '../store/token-store.ts';
import type { Switches, SwitchValues } from './switches.ts';

export type AdminCall = Call<null>;
export type AdminHandlers = Record<string, (call: AdminCall) => Reply>;

export interface AdminParts {
  readonly clock: PracticeClock;
  readonly faults: FaultBoard;
  readonly ledger: LedgerStore;
  readonly tokens: TokenStore;
  readonly switches: Switches;
  /** Does what waits for a later moment and is due; returns how much. */
  readonly runDue: () => number;
  readonly reset: (keepAccounts: boolean) => void;
}

const MOST_ENTRIES = 10_000;

export const createAdminHandlers = (parts: AdminParts): AdminHandlers => {
  const { clock, faults, ledger, tokens, switches } = parts;

  const showClock = (): Reply =>
    ok({
      date: clock.businessDate(),
      now: belgianInstant(practiceNow(clock)),
      mode: modeOn(clock.businessDate()),
      skewSeconds: clock.skewSeconds(),
      securityNow: new Date(clock.securityNow()).toISOString(),
    });

  const setFaults = ({ json }: AdminCall, add: boolean): Reply => {
    const given = json as Fault | Fault[] | { faults: Fault[] };
    const list = 'faults' in given ? given.faults : given;
    const wanted = Array.isArray(list) ? list : [list];
    const broken = wanted.find(({ path }) => pathTest(path) === undefined);
    if (broken !== undefined) {
      return badRequest([invalidInput('path', broken.path, 'not a regular expression')]);
    }
    if (!add) faults.replace([]);
    for (const fault of wanted) faults.add(fault);
    return ok({ faults: faults.list() });
  };

  return {
    getClock: showClock,
    putClock: ({ json }) => {
      const { date, skewSeconds } = json as { date?: string; skewSeconds?: number };
      if (date !== undefined) clock.setBusinessDate(date);
      if (skewSeconds !== undefined) clock.setSkew(skewSeconds);
      return showClock();
    },
    getFaults: () => ok({ faults: faults.list() }),
    putFaults: (call) => setFaults(call, false),
    addFaults: (call) => setFaults(call, true),
    deleteFaults: () => {
      faults.replace([]);
      return { status: 204 };
    },
    landRequests: () => ok({ landed: faults.land() }),
    getLedger: ({ parameters }) => {
      const since = Number(parameters['since'] ?? 0);
      const limit = Number(parameters['limit'] ?? MOST_ENTRIES);
      const items = ledger.list(since, parameters['all'] === 'true', limit);
      return ok({ items, last: items.at(-1)?.sequence ?? since });
    },
    getSwitches: () => ok(switches.all()),
    putSwitches: ({ json }) => {
      switches.change(json as Partial<SwitchValues>);
      return ok(switches.all());
    },
    expireTokens: () => {
      tokens.expireAll();
      return { status: 204 };
    },
    runDue: () => ok({ ran: parts.runDue(), forgotten: tokens.sweep(clock.securityNow()) }),
    reset: ({ json }) => {
      parts.reset((json as { keepAccounts?: boolean } | undefined)?.keepAccounts === true);
      faults.replace([]);
      return showClock();
    },
  };
};
