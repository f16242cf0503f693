// How plannings are compared and for how long they are kept, in this environment.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import type { Database } from '../platform/database.ts';
import { readSetting } from './planning-store.ts';

type Settings = HandlerOutput<'planning.settings'>;

/** A quarter of an hour, and a year and a month: longer than the time in which remarks are asked about, as short as it can. */
const usual: Settings = { tolerance: 15, months: 13 };

export function settingsOf(db: Database): Settings {
  const read = (name: keyof Settings): number => {
    const value = readSetting(db, name);
    return value === null ? usual[name] : Number(value);
  };
  return { tolerance: read('tolerance'), months: read('months') };
}
