// The history on an encrypted database: through its calls, and after processes that were killed in the middle of it.
import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { verifyExport } from '../../../main/history/export-history.ts';
import { historyHandlers } from '../../../main/history/handlers.ts';
import { verifyHistory } from '../../../main/history/verify-history.ts';
import { openDatabase } from '../../../main/platform/database.ts';
import type { HostPort, Session } from '../../../main/platform/session.ts';
import { historyCalls } from '../../../preload/contract/history.ts';
import { EMPLOYER_A, record, smallHistory } from '../../unit/history/sample.ts';
import { scratchDir, unwrap } from '../../unit/platform/scratch.ts';

const call = { windowId: 'w', traceId: 't' };

/** Handlers over a small history, with a window that keeps what is saved. */
function handlers(saves = true) {
  const recorder = smallHistory(30);
  const saved: { name: string; text: string }[] = [];
  const host: Pick<HostPort, 'saveFile'> = {
    async saveFile(_window, name, bytes) {
      if (!saves) return { ok: true, value: null };
      saved.push({ name, text: Buffer.from(bytes).toString('utf8') });
      return { ok: true, value: { name } };
    },
  };
  const session = { ...recorder, host } as unknown as Session;
  return { recorder, saved, calls: historyHandlers(session) };
}

it('answers its calls as the contract says', async () => {
  const { recorder, calls } = handlers();
  const { id } = record(recorder, {
    kind: 'training.sent',
    employerId: EMPLOYER_A,
    summary: 'last',
    payload: { a: [1] },
  });
  const search = historyCalls['history.search'];
  const found = unwrap(await calls['history.search'](search.input.parse({ text: 'last' }), call));
  expect(search.output.parse(found).rows.map((row) => row.id)).toEqual([id]);
  const shown = unwrap(await calls['history.show']({ id }, call));
  expect(historyCalls['history.show'].output.parse(shown).payload).toEqual({ a: [1] });
  const verified = unwrap(await calls['history.verify']({}, call));
  expect(historyCalls['history.verify'].output.parse(verified)).toMatchObject({
    events: 31,
    chains: 3,
    intact: true,
  });
});

it('saves an export that verifies by itself and records that it did', async () => {
  const { recorder, saved, calls } = handlers();
  const result = unwrap(await calls['history.export']({ employerId: null }, call));
  expect(result).toEqual({ saved: true, name: 'history-2025-03-01.jsonl', events: 30 });
  expect(verifyExport((saved[0]?.text ?? '').trimEnd().split('\n'))).toMatchObject({
    events: 30,
    intact: true,
  });
  expect(verifyHistory(recorder.db)).toMatchObject({ events: 31, intact: true });
});

it('records nothing when the person thought better of saving', async () => {
  const { recorder, calls } = handlers(false);
  expect(unwrap(await calls['history.export']({ employerId: EMPLOYER_A }, call)).saved).toBe(false);
  expect(verifyHistory(recorder.db).events).toBe(30);
});

it('holds exactly one event for each act, whenever its process is killed', async () => {
  const dir = scratchDir();
  const rounds = 6;
  let held = 0;
  for (let round = 0; round < rounds; round += 1) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'append-child.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = on(createInterface({ input: child.stdout }), 'line');
    await lines.next();
    // Of a single short life nothing need be left; of the last one something is, however slow the machine.
    if (round === rounds - 1) await lines.next();
    await new Promise((resolve) => setTimeout(resolve, 10 + round * 17));
    child.kill('SIGKILL');
    await once(child, 'close');
    const db = unwrap(openDatabase({ file: join(dir, 'practice.db'), key: Buffer.alloc(32, 5) }));
    const report = verifyHistory(db);
    expect(report).toMatchObject({ intact: true, problems: [] });
    const strange =
      'SELECT count(*) FROM setting s LEFT JOIN history_event e ON e.id = s.name WHERE e.id IS NULL';
    expect(db.prepare(strange).pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(report.events);
    held = report.events;
    db.close();
  }
  expect(held).toBeGreaterThan(0);
});
