// Codes of declarations of works as they reach main: a file, a pasted picture, and the frames of a camera while it may.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { windowlessHost } from '../../../main/host/host.ts';
import { fixedClock } from '../../../main/platform/clock.ts';
import { createCameras } from '../../../main/presences/camera.ts';
import { ok } from '../../../preload/contract/result.ts';
import { type AppBench, openApp } from '../../support/application-bench.ts';
import { greyOf, inOneRow, type Modules, modulesOf, pdfOf, pngOf } from '../../support/code-pictures.ts';

const REF = '9ZX4K7R2M5T8W';
const official = `https://checkinout.socialsecurity.be/registration?workplace=${REF}`;
let bench: AppBench;
beforeAll(async () => {
  bench = await openApp({ practice: 'none' });
});
afterAll(() => bench.close());

const pasted = (modules: Modules, scale = 3) => {
  const { width, height, grey } = greyOf(modules, scale);
  return { width, height, grey: Buffer.from(grey).toString('base64') };
};
const readFile = async (bytes: Uint8Array, name = 'code.png') => {
  const path = join(bench.profileDir, name);
  await writeFile(path, bytes);
  const selectionId = '01890000-0000-7000-8000-000000000001';
  bench.app.terminal.offer('cli:test', [{ selectionId, path }], null);
  const read = await bench.call('worksCode.readFile', { selectionId });
  return read.ok ? read.value.codes : read.failure.code;
};

describe('a file', () => {
  it('gives the number and the address of its official code, with the page', async () => {
    const found = { kind: 'found', reference: REF, url: official };
    expect(await readFile(pngOf(modulesOf(official)))).toEqual([{ read: found, page: null }]);
    expect(await readFile(pdfOf([null, modulesOf(official)]))).toEqual([{ read: found, page: 2 }]);
  });

  it('with a code that misleads names its host, and gives nothing to keep', async () => {
    const evil = `https://checkinout.socialsecurity.be.example.com/r/${REF}`;
    expect(await readFile(pngOf(modulesOf(evil)))).toMatchObject([
      { read: { kind: 'foreign', why: 'host', host: 'checkinout.socialsecurity.be.example.com' } },
    ]);
  });

  it('with several codes gives each; what a code for something else says stays in main', async () => {
    const both = inOneRow([modulesOf(official), modulesOf('WIFI:T:WPA;S:kantoor;P:zeer-geheim;;')]);
    const codes = await readFile(pngOf(both));
    expect(codes).toHaveLength(2);
    expect(codes).toContainEqual({ read: { kind: 'otherCode', what: 'network' }, page: null });
    expect(JSON.stringify(codes)).not.toContain('zeer-geheim');
  });

  it('keeps no address that is not the code byte for byte', async () => {
    const latin = Buffer.from(`${official}&plaats=Li\xe8ge`, 'latin1');
    expect(await readFile(pngOf(modulesOf(latin)))).toEqual([
      { read: { kind: 'found', reference: REF, url: null }, page: null },
    ]);
  });

  it('without a code, or of another kind, says so', async () => {
    expect(await readFile(pdfOf([null]))).toEqual([]);
    expect(await readFile(Buffer.from('II*\0'))).toBe('pictureKindUnknown');
    expect(
      await bench.call('worksCode.readFile', { selectionId: '01890000-0000-7000-8000-00000000000f' }),
    ).toMatchObject({
      failure: { code: 'selectionExpired' },
    });
  });
});

describe('a pasted picture', () => {
  it('is read from its grey points', async () => {
    const { codes } = await bench.must('worksCode.readPicture', pasted(modulesOf(official)));
    expect(codes).toEqual([{ read: { kind: 'found', reference: REF, url: official }, page: null }]);
  });

  it('whose points do not fit its size is refused', async () => {
    const picture = pasted(modulesOf(official));
    for (const wrong of [{ width: picture.width - 1 }, { height: 2_000 }, { grey: '' }])
      expect(await bench.call('worksCode.readPicture', { ...picture, ...wrong })).toMatchObject({
        failure: { code: 'invalidInput' },
      });
  });
});

describe('the camera', () => {
  const { width, height, grey } = greyOf(modulesOf(official), 4);
  const frame = { width, height, grey };
  const open = () => {
    const clock = fixedClock('2026-03-02T08:00:00Z');
    clock.advance(1_000);
    const asked: [string, boolean][] = [];
    const host = {
      ...windowlessHost(),
      allowCamera: async (windowId: string, allowed: boolean) => {
        asked.push([windowId, allowed]);
        return ok(undefined);
      },
    };
    return { clock, asked, cameras: createCameras({ host, clock }) };
  };

  it('does not exist without a window', async () => {
    expect(await bench.call('worksCode.openCamera', {})).toMatchObject({
      failure: { code: 'notSupportedHere' },
    });
    expect(await bench.call('worksCode.readFrame', pasted(modulesOf(official)))).toMatchObject({
      failure: { code: 'stateNotAllowed' },
    });
  });

  it('is given from opening to closing, once however often the page is loaded meanwhile', async () => {
    const { asked, cameras } = open();
    await Promise.all([cameras.open('main'), cameras.open('main')]);
    await cameras.open('main');
    await cameras.close('main');
    expect(asked.at(-1)).toEqual(['main', false]);
    const before = asked.slice(0, -1);
    expect(before.every(([, allowed]) => allowed)).toBe(true);
    // The third time it was open already.
    expect(before.length).toBeLessThan(3);
    expect(await cameras.read('main', frame)).toMatchObject({ failure: { code: 'stateNotAllowed' } });
  });

  it('shows codes to main, of frames that do not come too fast, and remembers the last', async () => {
    const { clock, cameras } = open();
    await cameras.open('main');
    const textsOf = async () => {
      const read = await cameras.read('main', frame);
      return read.ok && read.value.map(({ text }) => text);
    };
    expect(await textsOf()).toEqual([official]);
    expect(await textsOf()).toEqual([]);
    clock.advance(100);
    expect(await textsOf()).toEqual([official]);
    expect(await cameras.read('other', frame)).toMatchObject({ failure: { code: 'stateNotAllowed' } });
    await cameras.close('main');
    expect(cameras.scanned('main').map(({ text }) => text)).toEqual([official]);
    expect(cameras.scanned('other')).toEqual([]);
    clock.advance(11 * 60_000);
    expect(cameras.scanned('main')).toEqual([]);
  });
});
