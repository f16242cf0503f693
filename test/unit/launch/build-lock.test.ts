// Two builders at once: one after the other, also when the first was killed.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alone } from '../../../main/launch/build-lock.ts';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'sociodesk-lock-')), 'out', '.building');

describe('build lock', () => {
  it('lets one work at a time and leaves nothing behind', async () => {
    const lock = lockFile();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([alone(lock, work), alone(lock, work), alone(lock, work)]);
    expect(most).toBe(1);
    expect(readdirSync(join(lock, '..'))).toEqual([]);
  });

  it('takes over from a process that is gone', async () => {
    const lock = lockFile();
    await alone(lock, async () => {});
    writeFileSync(lock, '4194305');
    expect(await alone(lock, async () => 'worked')).toBe('worked');
  });

  it('opens again when the work fails', async () => {
    const lock = lockFile();
    await expect(alone(lock, () => Promise.reject(new Error('build failed')))).rejects.toThrow(
      'build failed',
    );
    expect(await alone(lock, async () => 'worked')).toBe('worked');
  });
});
