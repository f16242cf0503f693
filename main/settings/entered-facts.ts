// Lays what a person entered over what the program came with. Practice is left alone: it knows its own addresses.
import type { Database } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import type { Environments } from './environments.ts';
import { putFact } from './facts.ts';
import { readEntered } from './going-live-store.ts';

const asShipped = new WeakMap<Environment, Environment>();

/** The environment as the program came with it, or as its file gave it. */
export function shippedOf(environment: Environment): Environment {
  const known = asShipped.get(environment);
  if (known !== undefined) return known;
  const copy = structuredClone(environment);
  asShipped.set(environment, copy);
  return copy;
}

/** Called at every opening of an environment and after every change; may be repeated. */
export function applyEntered(environment: Environment, settingsDb: Database): void {
  if (environment.kind === 'practice') return;
  const { templates, issuers, ...rest } = structuredClone(shippedOf(environment));
  Object.assign(environment, rest);
  if (templates === undefined) delete environment.templates;
  else environment.templates = templates;
  if (issuers === undefined) delete environment.issuers;
  else environment.issuers = issuers;
  const entered = readEntered(settingsDb, environment.name);
  for (const [name, value] of Object.entries(entered?.values ?? {}))
    putFact(environment, name, { value, status: 'entered' });
}

export function applyAllEntered(environments: Environments, settingsDb: Database | null): void {
  if (settingsDb !== null)
    for (const environment of environments.values()) applyEntered(environment, settingsDb);
}
