// Picked files: who may read them, how long, and what is refused.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSelections, selectionLifeMs } from '../../../main/host/selections.ts';

function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'sociodesk-pick-'));
  const time = { ms: 0 };
  let id = 0;
  const selections = createSelections({ newId: () => `s${++id}`, monotonic: () => time.ms });
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return { selections, time, folder, file };
}
const code = (result: { ok: boolean; failure?: { code: string } }) => result.failure?.code;

describe('selections', () => {
  it('are read by the window that picked them, more than once', async () => {
    const { selections, file } = bench();
    const added = await selections.add('w1', file('a.p12', 'bytes'));
    expect(added).toEqual({ ok: true, value: { selectionId: 's1', name: 'a.p12', bytes: 5 } });
    for (let n = 0; n < 2; n += 1) {
      const read = await selections.read('w1', 's1', 10);
      expect(read.ok && Buffer.from(read.value.bytes).toString()).toBe('bytes');
    }
    expect(code(await selections.read('w2', 's1', 10))).toBe('selectionExpired');
  });

  it('end after ten minutes and with their window', async () => {
    const { selections, time, file } = bench();
    await selections.add('w1', file('a', '1'));
    time.ms = selectionLifeMs - 1;
    expect((await selections.read('w1', 's1', 10)).ok).toBe(true);
    time.ms = selectionLifeMs;
    expect(code(await selections.read('w1', 's1', 10))).toBe('selectionExpired');
    await selections.add('w1', file('b', '1'));
    selections.forgetWindow('w1');
    expect(code(await selections.read('w1', 's2', 10))).toBe('selectionExpired');
  });

  it('look at the size when the file is read, not when it was picked', async () => {
    const { selections, file } = bench();
    await selections.add('w1', file('a', '1'));
    file('a', 'x'.repeat(20));
    expect(code(await selections.read('w1', 's1', 10))).toBe('fileTooLarge');
  });

  it('refuse folders and what is not there', async () => {
    const { selections, folder } = bench();
    expect(code(await selections.add('w1', folder))).toBe('fileUnreadable');
    expect(code(await selections.add('w1', join(folder, 'absent')))).toBe('fileUnreadable');
    expect(code(await selections.add('w1', '/dev/null'))).toBe('fileUnreadable');
  });

  it('are at most 250 for a window: the oldest makes place', async () => {
    const { selections, file } = bench();
    const path = file('a', '1');
    for (let n = 0; n < 251; n += 1) await selections.add('w1', path);
    expect(code(await selections.read('w1', 's1', 10))).toBe('selectionExpired');
    expect((await selections.read('w1', 's251', 10)).ok).toBe(true);
  });
});
