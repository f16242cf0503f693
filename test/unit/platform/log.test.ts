// The log takes codes and numbers; whatever else is pushed into it does not come out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../../main/platform/clock.ts';
import { memoryLog, openLog } from '../../../main/platform/log.ts';
import { maskText } from '../../../main/platform/log-mask.ts';
import { secret } from '../../../main/platform/secret.ts';
import { scratchDir } from './scratch.ts';

const INSZ = '85073003328';
const id = '01936d2e-5b1a-7c41-9b0e-850730033281';

const key = 'PRIVATE KEY';

describe('the log', () => {
  it('keeps codes, ids, numbers and durations', () => {
    const log = memoryLog();
    log.info('outbox.sent', {
      itemId: id,
      status: 429,
      seconds: 1.5,
      retried: true,
      nothing: null,
      absent: undefined,
    });
    expect(JSON.parse(log.lines[0] ?? '')).toEqual({
      level: 'info',
      event: 'outbox.sent',
      itemId: id,
      status: 429,
      seconds: 1.5,
      retried: true,
      nothing: null,
    });
  });

  it.each([
    ['a number of a person', { value: INSZ }],
    ['a number of a person in groups', { value: '85.07.30-033.28' }],
    ['a number of a person as a number', { value: Number(INSZ) }],
    ['a number of a person inside a code', { value: `worker:${INSZ}` }],
    ['a sentence', { value: 'Jan 85.07.30-033.28 refused' }],
    ['a token', { value: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl' }],
    ['a wrapped secret', { value: String(secret(INSZ)) }],
  ])('does not show %s', (_what, fields) => {
    const log = memoryLog();
    log.info('x', fields);
    expect(log.lines[0]).toMatch(/"value":"[^"]*\[(number|text|token|secret)\]/);
    for (const shown of [INSZ, '033', 'eyJ', 'Jan']) expect(log.lines[0]).not.toContain(shown);
  });

  it('shows where an error came from and not what it says', () => {
    const log = memoryLog();
    log.error('dispatch.threw', new RangeError(`no worker ${INSZ} in /home/someone/file`), {
      call: 'worker.list',
    });
    const line = log.lines[0] ?? '';
    expect(JSON.parse(line)).toMatchObject({ error: 'RangeError', call: 'worker.list' });
    expect(line).toContain('log.test.ts');
    expect(line).not.toContain(INSZ);
    expect(line).not.toContain('someone');
  });

  it('rotates at its size, keeps a few old files, and only its owner may read them', () => {
    const dir = scratchDir();
    const log = openLog(dir, { clock: fixedClock('2025-03-01T08:00:00Z'), maxBytes: 500, keep: 2 });
    for (let i = 0; i < 40; i += 1) log.info('round', { i });
    expect(readdirSync(dir).sort()).toEqual(['sociodesk.log', 'sociodesk.log.1', 'sociodesk.log.2']);
    const last = readFileSync(join(dir, 'sociodesk.log'), 'utf8').trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toEqual({
      at: '2025-03-01T08:00:00.000Z',
      level: 'info',
      event: 'round',
      i: 39,
    });
  });
});

describe('masking', () => {
  it('leaves internal ids and dates alone', () => {
    expect(maskText(`${id} 2025-03-01T08:00:00.000Z`)).toBe(`${id} 2025-03-01T08:00:00.000Z`);
  });

  it('takes keys out to their end, or to the end of the text', () => {
    expect(maskText(`a -----BEGIN ${key}-----\nMIIB\n-----END ${key}----- b`)).toBe('a [key] b');
    expect(maskText(`a -----BEGIN RSA ${key}-----\nMIIB`)).toBe('a [key]');
  });
});

describe('a secret', () => {
  it('shows nothing however it is turned into text, and gives its value only when asked', () => {
    const wrapped = secret('hunter2');
    const shown = [String(wrapped), `${wrapped}`, JSON.stringify({ wrapped }), inspect({ wrapped })];
    for (const text of shown) expect(text).not.toContain('hunter2');
    expect(wrapped.reveal()).toBe('hunter2');
  });
});
