// One question, one answer between two processes of the same user on the same profile.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askOwner, serveLocalSocket } from '../../../main/platform/local-socket.ts';
import { codeOf, scratchDir, unwrap } from '../../unit/platform/scratch.ts';

const owner = (dir: string) =>
  JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8')) as { path: string; token: string };

it('carries questions and answers of any length, several at a time', async () => {
  const dir = scratchDir();
  const socket = unwrap(await serveLocalSocket(dir, async (json) => `{"echo":${json}}`));
  const large = JSON.stringify(randomBytes(1_000_000).toString('hex'));
  const answers = await Promise.all([askOwner(dir, '1'), askOwner(dir, large), askOwner(dir, '"é\\n"')]);
  expect(answers.map(unwrap)).toEqual(['{"echo":1}', `{"echo":${large}}`, '{"echo":"é\\n"}']);
  await socket.close();
  expect(codeOf(await askOwner(dir, '1'))).toBe('ownerUnreachable');
});

it('works in a folder whose path is too long for a socket, and after an owner that was killed', async () => {
  const dir = join(scratchDir(), 'x'.repeat(90));
  mkdirSync(dir);
  writeFileSync(join(dir, 'owner.json'), JSON.stringify({ path: join(dir, 'gone.sock'), token: 'old' }));
  expect(codeOf(await askOwner(dir, '1'))).toBe('ownerUnreachable');
  const socket = unwrap(await serveLocalSocket(dir, async (json) => json));
  expect(unwrap(await askOwner(dir, '1'))).toBe('1');
  await socket.close();
});

it('answers nobody who has not read the token, which only this user can', async () => {
  const dir = scratchDir();
  let handled = 0;
  const socket = unwrap(
    await serveLocalSocket(dir, async (json) => {
      handled += 1;
      return json;
    }),
  );
  expect(statSync(join(dir, 'owner.json')).mode & 0o077).toBe(0);
  const { path } = owner(dir);
  expect(statSync(path).mode & 0o077).toBe(0);
  const answer = await new Promise<string>((resolve) => {
    const stranger = createConnection({ path });
    let text = '';
    stranger.on('data', (chunk) => (text += chunk.toString()));
    stranger.on('error', () => resolve(text));
    stranger.on('close', () => resolve(text));
    stranger.end(`${'0'.repeat(64)}\n{}`);
  });
  expect(answer).toBe('');
  expect(handled).toBe(0);
  await socket.close();
});

it('says that the outcome is unknown when the owner took the question and gave no answer', async () => {
  const dir = scratchDir();
  const socket = unwrap(await serveLocalSocket(dir, () => Promise.reject(new Error('bug'))));
  expect(await askOwner(dir, '1')).toMatchObject({
    ok: false,
    failure: { code: 'outcomeUnknown', retry: 'unknown' },
  });
  await socket.close();
});
