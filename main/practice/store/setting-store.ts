// Named values that must survive a restart of practice: the business date, the skew, the switches.
import type { Connection } from './file-store.ts';

export interface SettingStore {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

export const createSettingStore = (database: Connection): SettingStore => {
  const read = database.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const write = database.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get: (name) => read.get(name)?.value,
    set: (name, value) => {
      write.run(name, value);
    },
  };
};
