// The calls `goLive.*`: official facts entered in place of the program's, and the notice before the first act in production.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt, transaction } from '../platform/database.ts';
import type { Environment } from '../platform/environment.ts';
import type { HandlersOf } from '../platform/handler.ts';
import { applyEntered, shippedOf } from './entered-facts.ts';
import { readOfficialDomains } from './environments.ts';
import { readFacts } from './fact-file.ts';
import { type Fact, factsOf } from './facts.ts';
import { readAccepted, readEntered, writeAccepted, writeEntered } from './going-live-store.ts';
import type { SettingsParts } from './handlers.ts';
import { isWorking } from './is-working.ts';
import { type FactContext, foreignHost, hostsDiffer, judgeFact } from './judge-fact.ts';
import { reachesProduction } from './production-in-use.ts';

type Save = HandlerInput<'goLive.save'>;
type Saved = HandlerOutput<'goLive.save'>;
type Problems = Saved['problems'];

const mostFileBytes = 256 * 1024;

export function goingLiveHandlers(parts: SettingsParts): HandlersOf<'goLive'> {
  const { session } = parts;
  const domains = readOfficialDomains(session.resourcesDir);
  const reaches = (): boolean => reachesProduction(session.environment, parts.environments);
  /** What files named that the person picked, per window and environment: a page may save just that. */
  const named = new Map<string, Save['changes']>();
  const onPage =
    (environment: Environment, windowId: string): ContextOf =>
    ({ name, value }) => {
      const picked = named.get(`${windowId} ${environment.name}`) ?? [];
      const byFile = picked.some((one) => one.name === name && one.value === value);
      return { kind: environment.kind, domains, confirmed: byFile, local: byFile };
    };
  return {
    'goLive.show': ({ environment: name }) => {
      const environment = environmentOf(parts, name);
      return environment.ok ? ok(shown(parts, environment.value)) : environment;
    },
    'goLive.save': async (input, { windowId }) => {
      const environment = environmentOf(parts, input.environment);
      if (!environment.ok) return environment;
      const saved = await save(parts, environment.value, input.changes, onPage(environment.value, windowId));
      if (saved.ok && saved.value.saved) named.delete(`${windowId} ${input.environment}`);
      return saved;
    },
    'goLive.check': ({ environment: name, changes }, { windowId }) => {
      const environment = environmentOf(parts, name);
      if (!environment.ok) return environment;
      return ok({
        problems: problemsOf(changes, environment.value, onPage(environment.value, windowId)),
      });
    },
    'goLive.enter': async (input) => {
      const environment = environmentOf(parts, input.environment);
      if (!environment.ok) return environment;
      // A page could answer its own question: only the person's own processes reach the command line's way in.
      if (session.actor().kind !== 'commandLine') return fail('notSupportedHere');
      const context = { kind: environment.value.kind, domains, confirmed: input.confirmed, local: true };
      return save(parts, environment.value, input.changes, () => context);
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
      const changes = read.value.slice(0, 60);
      if (named.size >= 20) named.clear();
      named.set(`${windowId} ${name}`, changes);
      const { kind } = environment.value;
      const context = { kind, domains, confirmed: true, local: true };
      const kinds = new Map(factsOf(environment.value).map((fact) => [fact.name, fact.kind]));
      const foreign = changes.map((one) =>
        foreignHost(kinds.get(one.name) ?? 'text', one.value ?? '', domains),
      );
      return ok({
        changes,
        problems: problemsOf(changes, environment.value, () => context),
        elsewhere: [...new Set(foreign.filter((host) => host !== null))],
      });
    },
    'goLive.liability': () => {
      const accepted = readAccepted(session.db);
      return ok({ needed: reaches() && accepted === null, accepted });
    },
    'goLive.acceptLiability': () => {
      if (!reaches()) return fail('stateNotAllowed', { details: { reason: 'notProduction' } });
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

type ContextOf = (change: Save['changes'][number]) => FactContext;

function problemsOf(changes: Save['changes'], environment: Environment, contextOf: ContextOf): Problems {
  const facts = new Map<string, Fact>(factsOf(environment).map((fact) => [fact.name, fact]));
  const problems = changes.flatMap((change): Problems => {
    const { name, value } = change;
    const fact = facts.get(name);
    if (fact === undefined) return [{ name, rule: 'unknownFact' }];
    const rule = value === null ? null : judgeFact(fact.kind, value.trim(), contextOf(change));
    return rule === null ? [] : [{ name, rule }];
  });
  return [...problems, ...apart(changes, environment)].slice(0, 60);
}

/** An assertion goes to no other host than the one it is meant for: judged as the values will stand together. */
function apart(changes: Save['changes'], environment: Environment): Problems {
  const changed = changes.find(({ name }) => name === 'oauth.tokenUrl' || name === 'oauth.audience');
  if (changed === undefined) return [];
  const shipped = shippedOf(environment).oauth;
  const then = (part: 'tokenUrl' | 'audience'): string => {
    const change = changes.findLast(({ name }) => name === `oauth.${part}`);
    if (change === undefined) return environment.oauth[part].value;
    return change.value?.trim() ?? shipped[part].value;
  };
  return hostsDiffer(then('tokenUrl'), then('audience')) ? [{ name: changed.name, rule: 'hostsDiffer' }] : [];
}

async function save(
  parts: SettingsParts,
  environment: Environment,
  given: Save['changes'],
  contextOf: ContextOf,
): Promise<Result<Saved>> {
  const changes = given.map(({ name, value }) => ({ name, value: value?.trim() ?? null }));
  const problems = problemsOf(changes, environment, contextOf);
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
  if (open && isWorking(session))
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
