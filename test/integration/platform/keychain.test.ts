// The real Secret Service: a gnome-keyring in a session bus of its own, with a home folder of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const child = join(import.meta.dirname, 'keychain-child.ts');
let home = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'sociodesk-home-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Answer = { ok: boolean; value?: unknown; failure?: { code: string; details?: object } };

/** Runs actions in processes of their own within one session; `unlocked` gives the keyring its password first. */
function inSession(unlocked: boolean, ...actions: string[][]): Answer[] {
  const start = unlocked
    ? 'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1'
    : 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1';
  const runs = actions.map((action) => `"${process.execPath}" "${child}" ${action.join(' ')}`);
  const script = [start, ...runs, 'true'].join('; ');
  const env = { PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: home };
  const out = execFileSync('dbus-run-session', ['--', 'sh', '-c', script], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

describe('the real keychain', () => {
  it('keeps entries of any size for the next process and the next session', () => {
    const saved = inSession(
      true,
      ['set', 'small', '32'],
      ['set', 'large', '9000'],
      ['get', 'large'],
      ['get', 'none'],
    );
    expect(saved.map((answer) => answer.ok)).toEqual([true, true, true, true]);
    expect(saved[2]?.value).toEqual({ length: 9000, same: true });
    expect(saved[3]?.value).toBeNull();
    const later = inSession(true, ['get', 'small'], ['get', 'large'], ['parallel', 'large']);
    expect(later[0]?.value).toEqual({ length: 32, same: true });
    expect(later[1]?.value).toEqual({ length: 9000, same: true });
    expect(later[2]).toEqual({ ok: true, value: 20 });
  });

  it('says that it is locked when nobody unlocks it, and changes nothing', () => {
    inSession(true, ['set', 'kept', '5000']);
    const [read, write] = inSession(false, ['get', 'kept'], ['set', 'kept', '100']);
    expect(read?.failure?.code).toBe('keychainLocked');
    expect(write?.failure?.code).toBe('keychainLocked');
    expect(inSession(true, ['get', 'kept'])[0]?.value).toEqual({ length: 5000, same: true });
  });

  it('forgets an entry with all its parts', () => {
    const answers = inSession(true, ['set', 'gone', '7000'], ['delete', 'gone'], ['get', 'gone'], ['sweep']);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true]);
    expect(answers[2]?.value).toBeNull();
    expect(answers[3]?.value).toBe(0);
  });

  it('is called missing, with what to install, where there is no session bus; nothing is written anywhere', () => {
    const bare = mkdtempSync(join(tmpdir(), 'sociodesk-bare-'));
    const env = { PATH: process.env['PATH'], HOME: bare, DBUS_SESSION_BUS_ADDRESS: `unix:path=${bare}/none` };
    const run = (...args: string[]) =>
      JSON.parse(execFileSync(process.execPath, [child, ...args], { encoding: 'utf8', env })) as Answer;
    const missing = { code: 'keychainMissing', details: { install: 'gnome-keyring' } };
    expect(run('set', 'x', '10').failure).toMatchObject(missing);
    expect(run('get', 'x').failure).toMatchObject(missing);
    expect(readdirSync(bare)).toEqual([]);
    rmSync(bare, { recursive: true, force: true });
  });

  it('leaves no plain text in its own files', () => {
    const ring = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.keyring'),
    );
    expect(ring.length).toBeGreaterThan(0);
    const contents = ring.map((name) => readFileSync(join(home, name)));
    expect(contents.some((content) => content.includes('"sha256"'))).toBe(false);
  });
});
