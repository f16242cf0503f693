// The admin interface: clocks, faults, ledger, switches, reset. Behind one random bearer secret.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { PracticeClock } from '../clock.ts';
import type { FaultBoard } from '../faults/fault.ts';
import { parseFaults } from '../faults/parse-fault.ts';
import { modeOn } from '../fla/calendar.ts';
import { parseJson } from '../http/body.ts';
import { type Exchange, ok, type Reply } from '../http/exchange.ts';
import * as problems from '../http/problem.ts';
import { bearerToken } from '../oauth/bearer.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { TokenStore } from '../store/token-store.ts';
import type { Switches } from './switches.ts';

export interface AdminParts {
  readonly secret: string;
  readonly clock: PracticeClock;
  readonly faults: FaultBoard;
  readonly ledger: LedgerStore;
  readonly tokens: TokenStore;
  readonly switches: Switches;
  readonly reset: (keepAccounts: boolean) => void;
  /** The routes of the practice world, tried after the ones here. */
  readonly world: (exchange: Exchange, path: string, json: unknown) => Reply | undefined;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a request carries the secret; compared in constant time. */
export const holdsSecret = (exchange: Exchange, secret: string): boolean => {
  const token = bearerToken(exchange.headers.authorization);
  return token !== undefined && timingSafeEqual(digest(token), digest(secret));
};

export const wrongInput = (name: string, detail: string): Reply =>
  problems.badRequest([problems.invalidInput(name, undefined, detail)]);

export const fieldsOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json)) : {};

export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

const MOST_ENTRIES = 10_000;

export const createAdmin = (parts: AdminParts): ((exchange: Exchange, path: string) => Reply) => {
  const { clock, faults, ledger, tokens, switches } = parts;

  const showClock = (): Reply =>
    ok({
      date: clock.businessDate(),
      mode: modeOn(clock.businessDate()),
      skewSeconds: clock.skewSeconds(),
      securityNow: new Date(clock.securityNow()).toISOString(),
    });

  const setClock = (json: unknown): Reply => {
    const { date, skewSeconds, ...others } = fieldsOf(json);
    const [stranger] = Object.keys(others);
    if (stranger !== undefined) return wrongInput(stranger, 'unknown field');
    if (date !== undefined && !isDay(date)) return wrongInput('date', 'a date yyyy-MM-dd is asked');
    if (skewSeconds !== undefined && (typeof skewSeconds !== 'number' || !Number.isFinite(skewSeconds))) {
      return wrongInput('skewSeconds', 'a number is asked');
    }
    if (date !== undefined) clock.setBusinessDate(date);
    if (skewSeconds !== undefined) clock.setSkew(skewSeconds);
    return showClock();
  };

  const setFaults = (json: unknown, add: boolean): Reply => {
    const parsed = parseFaults(json);
    if (typeof parsed === 'string') return wrongInput('faults', parsed);
    if (!add) faults.replace([]);
    for (const fault of parsed) faults.add(fault);
    return ok({ faults: faults.list() });
  };

  const showLedger = ({ url }: Exchange): Reply => {
    const since = Number(url.searchParams.get('since') ?? 0);
    const limit = Math.min(Number(url.searchParams.get('limit') ?? MOST_ENTRIES), MOST_ENTRIES);
    if (!Number.isSafeInteger(since) || !Number.isSafeInteger(limit) || limit < 1) {
      return wrongInput('since', 'a whole number is asked');
    }
    const items = ledger.list(since, url.searchParams.get('all') === 'true', limit);
    return ok({ items, last: items.at(-1)?.sequence ?? since });
  };

  const setSwitches = (json: unknown): Reply => {
    const wrong = switches.change(fieldsOf(json));
    return wrong === undefined ? ok(switches.all()) : wrongInput('switches', wrong);
  };

  const routes: Readonly<Record<string, (json: unknown, exchange: Exchange) => Reply>> = {
    'GET /clock': showClock,
    'PUT /clock': setClock,
    'GET /faults': () => ok({ faults: faults.list() }),
    'PUT /faults': (json) => setFaults(json, false),
    'POST /faults': (json) => setFaults(json, true),
    'DELETE /faults': () => {
      faults.replace([]);
      return { status: 204 };
    },
    'GET /ledger': (_json, exchange) => showLedger(exchange),
    'GET /switches': () => ok(switches.all()),
    'PUT /switches': setSwitches,
    'POST /expire-tokens': () => {
      tokens.expireAll();
      return { status: 204 };
    },
    // Nothing in the services so far waits for a later moment; what is due is only what may be forgotten.
    'POST /run-due': () => ok({ ran: 0, forgotten: tokens.sweep(clock.securityNow()) }),
    'POST /reset': (json) => {
      parts.reset(fieldsOf(json)['keepAccounts'] === true);
      faults.replace([]);
      return showClock();
    },
  };

  return (exchange, path) => {
    if (!holdsSecret(exchange, parts.secret)) return problems.invalidAccessToken();
    const json = exchange.body.length === 0 ? {} : parseJson(exchange.body);
    if (json === undefined) return wrongInput('', 'the body is not JSON');
    const route = routes[`${exchange.method} ${path}`];
    return route?.(json, exchange) ?? parts.world(exchange, path, json) ?? problems.noSuchPath();
  };
};
