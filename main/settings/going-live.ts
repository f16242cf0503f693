// The calls `goLive.*`: official facts entered in place of the program's, and the notice before the first act in production.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt, transaction } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import type { HandlersOf } from '../platform/handler.ts';
import { applyEntered, shippedOf } from './entered-facts.ts';
import { readFacts } from './fact-file.ts';
import { type Fact, factsOf } from './facts.ts';
import { readAccepted, readEntered, writeAccepted, writeEntered } from './going-live-store.ts';
import type { SettingsParts } from './handlers.ts';
import { domainsOf, type FactContext, judgeFact } from './judge-fact.ts';

type Save = HandlerInput<'goLive.save'>;
type Saved = HandlerOutput<'goLive.save'>;
type Problems = Saved['problems'];

const mostFileBytes = 256 * 1024;

export function goingLiveHandlers(parts: SettingsParts): HandlersOf<'goLive'> {
  const { session } = parts;
  return {
    'goLive.show': ({ environment: name }) => {
      const environment = environmentOf(parts, name);
      return environment.ok ? ok(shown(parts, environment.value)) : environment;
    },
    'goLive.save': async (input) => {
      const environment = environmentOf(parts, input.environment);
      return environment.ok ? save(parts, environment.value, input) : environment;
    },
    'goLive.reset': async ({ environment: name }) => {
      const environment = environmentOf(parts, name);
      if (!environment.ok) return environment;
      const entered = readEntered(parts.settingsDb, name);
      const changes = Object.keys(entered?.values ?? {}).map((fact) => ({ name: fact, value: null }));
      if (changes.length === 0) return ok({});
      const done = await keep(parts, environment.value, changes);
      return done.ok ? ok({}) : done;
    },
    'goLive.readFile': async ({ environment: name, selectionId }, { windowId }) => {
      const environment = environmentOf(parts, name);
      if (!environment.ok) return environment;
      const file = await session.host.readSelection(windowId, selectionId, mostFileBytes);
      if (!file.ok) return file;
      const read = readFacts(file.value.bytes, name, factsOf(shippedOf(environment.value)));
      if (!read.ok) return read;
      const context = contextOf(parts, environment.value, true);
      return ok({
        changes: read.value.slice(0, 60),
        problems: problemsOf(read.value, environment.value, context),
      });
    },
    'goLive.liability': () => {
      const accepted = readAccepted(session.db);
      return ok({ needed: session.environment.kind === 'production' && accepted === null, accepted });
    },
    'goLive.acceptLiability': () => {
      if (session.environment.kind !== 'production')
        return fail('stateNotAllowed', { details: { reason: 'notProduction' } });
      if (readAccepted(session.db) !== null) return ok({});
      const { name, osAccount } = session.actor();
      const accepted = { at: session.clock.now().toISOString(), by: (name || osAccount).slice(0, 200) };
      const done = attempt<Record<string, never>>(session.db, () => {
        writeAccepted(session.db, accepted);
        recordAct(session, {
          employerId: null,
          kind: 'settings.liabilityAccepted',
          summary: accepted.by,
          payload: { ...accepted, appVersion: session.appVersion },
        });
        return ok({});
      });
      if (done.ok) session.changed('settings.changed');
      return done;
    },
  };
}

function environmentOf({ environments }: SettingsParts, name: string): Result<Environment> {
  const environment = environments.get(name);
  if (environment === undefined) return fail('environmentUnknown', { details: { environment: name } });
  return environment.kind === 'practice'
    ? fail('stateNotAllowed', { details: { reason: 'practice' } })
    : ok(environment);
}

function shown({ settingsDb }: SettingsParts, environment: Environment): HandlerOutput<'goLive.show'> {
  const entered = readEntered(settingsDb, environment.name);
  const rows = factsOf(shippedOf(environment)).map(({ name, kind, stated }) => ({
    name,
    kind,
    shipped: stated?.value ?? null,
    certainty: stated?.status ?? null,
    entered: entered?.values[name] ?? null,
  }));
  return { rows, changed: entered === null ? null : { at: entered.at, by: entered.by } };
}

const contextOf = (
  { environments }: SettingsParts,
  { kind }: Environment,
  confirmed: boolean,
): FactContext => ({
  kind,
  confirmed,
  domains: domainsOf(
    [...environments.values()].flatMap((one) => (one.kind === 'practice' ? [] : factsOf(shippedOf(one)))),
  ),
});

function problemsOf(changes: Save['changes'], environment: Environment, context: FactContext): Problems {
  const facts = new Map<string, Fact>(factsOf(environment).map((fact) => [fact.name, fact]));
  return changes.flatMap(({ name, value }): Problems => {
    const fact = facts.get(name);
    if (fact === undefined) return [{ name, rule: 'unknownFact' }];
    const rule = value === null ? null : judgeFact(fact.kind, value.trim(), context);
    return rule === null ? [] : [{ name, rule }];
  });
}

async function save(parts: SettingsParts, environment: Environment, input: Save): Promise<Result<Saved>> {
  const changes = input.changes.map(({ name, value }) => ({ name, value: value?.trim() ?? null }));
  const problems = problemsOf(changes, environment, contextOf(parts, environment, input.confirmed));
  if (problems.length > 0) return ok({ saved: false, problems });
  const kept = await keep(parts, environment, changes);
  return kept.ok ? ok({ saved: true, problems: [] }) : kept;
}

/** Counts at once: an environment that is open is opened anew, so that no token or address of before lives on. */
async function keep(
  parts: SettingsParts,
  environment: Environment,
  changes: Save['changes'],
): Promise<Result<void>> {
  const { session, settingsDb } = parts;
  const open = session.environment.name === environment.name;
  if (open && session.jobs.list().some((job) => job.state === 'running'))
    return fail('stateNotAllowed', { retry: 'safe', details: { reason: 'working' } });
  const { name, osAccount } = session.actor();
  const values = { ...readEntered(settingsDb, environment.name)?.values };
  const before = Object.fromEntries(
    factsOf(environment).map((fact) => [fact.name, fact.stated?.value ?? null]),
  );
  for (const change of changes) {
    if (change.value === null) delete values[change.name];
    else values[change.name] = change.value;
  }
  const entered = { values, at: session.clock.now().toISOString(), by: (name || osAccount).slice(0, 200) };
  const written = attempt<void>(settingsDb, () => {
    writeEntered(settingsDb, environment.name, entered);
    return ok(undefined);
  });
  if (!written.ok) return written;
  transaction(session.db, () =>
    recordAct(session, {
      employerId: null,
      kind: 'settings.addressesEntered',
      summary: `${environment.name}: ${changes.map((change) => change.name).join(', ')}`.slice(0, 300),
      payload: {
        environment: environment.name,
        changes: changes.map((change) => ({ ...change, before: before[change.name] ?? null })),
      },
    }),
  );
  applyEntered(environment, settingsDb);
  session.changed('settings.changed');
  if (!open) return ok(undefined);
  const opened = await parts.switchTo(environment.name);
  return opened.ok ? ok(undefined) : opened;
}
