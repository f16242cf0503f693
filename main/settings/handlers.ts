// The calls `settings.*` and `practice.*`.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { findEmployer } from '../employers/employer-store.ts';
import { recordAct } from '../history/record-act.ts';
import { attempt, type Database, transaction } from '../platform/database.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { addressRows } from './address-rows.ts';
import type { Environments } from './environments.ts';
import { isWorking } from './is-working.ts';
import { addSamples, enrol } from './practice-enrol.ts';
import { openPracticePage } from './practice-page.ts';
import { readFaults, setFaults, setPracticeDate } from './practice-world.ts';
import { writePreference } from './preference-store.ts';
import { localeOfSystem, readPreferences } from './preferences.ts';

type Nothing = Record<string, never>;
type Update = HandlerInput<'settings.update'>;

export type SettingsParts = {
  session: Session;
  settingsDb: Database;
  environments: Environments;
  /** Closes this environment and opens another. */
  switchTo(name: string): Promise<Result<Nothing>>;
};

export function settingsHandlers(parts: SettingsParts): HandlersOf<'settings' | 'practice'> {
  const { session } = parts;
  return {
    'settings.update': (input) => updateSettings(parts, input),
    'settings.chooseEnvironment': (input) => chooseEnvironment(parts, input),
    'settings.addresses': () => ok({ rows: addressRows(parts.environments, session.environment) }),
    'practice.setDate': ({ date }) => changeDate(session, date),
    'practice.faults': async () => {
      const faults = await readFaults(session);
      return faults.ok ? ok({ faults: faults.value }) : faults;
    },
    'practice.setFaults': async ({ faults }) => {
      const set = await setFaults(session, faults);
      if (!set.ok) return set;
      session.changed('settings.changed');
      return ok({});
    },
    'practice.openPage': (input) => openPracticePage(session, input, languageOf(parts)),
    'practice.addSamples': () => addSamples(session),
    'practice.enrol': ({ employerId }) => enrol(session, employerId),
  };
}

const languageOf = ({ settingsDb }: SettingsParts) =>
  readPreferences(settingsDb, localeOfSystem(process.env)).language;

/** The part that also works while an environment's data cannot be opened. */
export function writePreferences(settingsDb: Database, input: Omit<Update, 'employerId'>): Result<Nothing> {
  return attempt<Nothing>(settingsDb, () => {
    for (const name of ['language', 'theme', 'personName'] as const) {
      const value = input[name];
      if (value !== undefined) writePreference(settingsDb, name, value);
    }
    if (input.firstRunDone) writePreference(settingsDb, 'firstRunDone', '1');
    return ok({});
  });
}

function updateSettings({ session, settingsDb }: SettingsParts, input: Update): Result<Nothing> {
  const { employerId, ...rest } = input;
  if (employerId !== undefined) {
    if (employerId !== null && findEmployer(session.db, employerId) === null) return fail('notFound');
    const chosen = attempt<Nothing>(session.db, () => {
      writePreference(session.db, 'employerId', employerId);
      return ok({});
    });
    if (!chosen.ok) return chosen;
  }
  const written = writePreferences(settingsDb, rest);
  if (!written.ok) return written;
  session.changed('settings.changed');
  session.changed('app.changed');
  return written;
}

/** Failures: environmentUnknown; stateNotAllowed without a yes, or while something is being sent. */
async function chooseEnvironment(
  { session, settingsDb, environments, switchTo }: SettingsParts,
  { name, confirmed }: HandlerInput<'settings.chooseEnvironment'>,
): Promise<Result<Nothing>> {
  if (!environments.has(name)) return fail('environmentUnknown', { details: { environment: name } });
  if (name === session.environment.name) return ok({});
  if (!confirmed) return fail('stateNotAllowed', { details: { reason: 'notConfirmed' } });
  if (isWorking(session)) return fail('stateNotAllowed', { retry: 'safe', details: { reason: 'working' } });
  transaction(session.db, () =>
    recordAct(session, {
      employerId: null,
      kind: 'settings.environmentLeft',
      summary: session.environment.name,
      payload: { from: session.environment.name, to: name },
    }),
  );
  writePreference(settingsDb, 'environment', name);
  return switchTo(name);
}

/** Kept here too, so that the legal day is known before the practice service runs. */
async function changeDate(session: Session, date: string): Promise<Result<Nothing>> {
  const set = await setPracticeDate(session, date);
  if (!set.ok) return set;
  const kept = attempt<Nothing>(session.db, () => {
    writePreference(session.db, 'practiceDate', date);
    recordAct(session, { employerId: null, kind: 'practice.dateSet', summary: date, payload: { date } });
    return ok({});
  });
  if (!kept.ok) return kept;
  session.changed('settings.changed');
  session.changed('app.changed');
  return kept;
}
