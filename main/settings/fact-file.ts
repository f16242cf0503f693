// Official facts from a file shaped as the program's own list (`resources/environments.json`): the whole list, or the
// entry of one environment alone. Values stand as texts or as `{ value }`; what is not known here is left aside.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Fact } from './facts.ts';

type Changes = HandlerInput<'goLive.save'>['changes'];
type Tree = Record<string, unknown>;

/** Failure fileUnreadable: not JSON, or nothing in it for this environment. */
export function readFacts(bytes: Uint8Array, environment: string, facts: readonly Fact[]): Result<Changes> {
  const unreadable = fail('fileUnreadable', { details: { file: 'addresses' } });
  const whole = parsed(bytes);
  if (whole === null) return unreadable;
  const list = isTree(whole['environments']) ? whole['environments'] : whole;
  const entry = isTree(list[environment]) ? list[environment] : list;
  const changes = facts.flatMap(({ name }): Changes => {
    const value = textAt(entry, name);
    return value === null ? [] : [{ name, value: value.slice(0, 4_000) }];
  });
  return changes.length === 0 ? unreadable : ok(changes);
}

function parsed(bytes: Uint8Array): Tree | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isTree(value) ? value : null;
  } catch {
    return null;
  }
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `fla.scopes.employer` stands under `services`, the others at the top. */
function textAt(entry: Tree, name: string): string | null {
  const path = name.split('.');
  const top = path[0] ?? '';
  const from: unknown = ['oauth', 'templates', 'issuers'].includes(top) ? entry : entry['services'];
  let at: unknown = from;
  for (const step of path) at = isTree(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  const value = isTree(at) ? at['value'] : at;
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join('\n') || null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
