// QR codes out of files: every kind that is read, what is refused and why, and what a hostile file may cost.
import { Socket } from 'node:net';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mostPictureBytes, readCodes } from '../../../main/codes/read-codes.ts';
import { readCodesTask } from '../../../main/codes/read-task.ts';
import {
  bmpOf,
  gifOf,
  inOneRow,
  jpegOf,
  type Modules,
  modulesOf,
  pdfOf,
  pdfWith,
  pngOf,
} from '../../support/code-pictures.ts';

const address = 'https://checkinout.socialsecurity.be/registration?workplace=9ZX4K7R2M5T8W';

/** In this thread: a worker a file is started where the worker itself is judged. */
const textsOf = async (bytes: Uint8Array) => {
  const read = await readCodesTask({ bytes });
  return read.ok ? read.value.map(({ text, page }) => ({ text, page })) : read.failure.code;
};

it('reads with what is on this computer: no connection is opened, not even by a first reading', async () => {
  const asked: string[] = [];
  const { connect } = Socket.prototype;
  const { fetch } = globalThis;
  Socket.prototype.connect = function refused() {
    asked.push('socket');
    throw new Error('no network');
  } as typeof connect;
  globalThis.fetch = () => {
    asked.push('fetch');
    return Promise.reject(new Error('no network'));
  };
  try {
    expect(await textsOf(pngOf(modulesOf(address)))).toHaveLength(1);
    expect(await textsOf(pdfOf([modulesOf(address)]))).toHaveLength(1);
  } finally {
    Socket.prototype.connect = connect;
    globalThis.fetch = fetch;
  }
  expect(asked).toEqual([]);
});

describe('a code in a file', () => {
  const writers: [string, (modules: Modules) => Buffer][] = [
    ['PNG', pngOf],
    ['BMP', bmpOf],
    ['GIF', gifOf],
    ['JPEG', jpegOf],
  ];
  it.each(writers)('is read from a %s', async (_, write) => {
    expect(await textsOf(write(modulesOf(address)))).toEqual([{ text: address, page: null }]);
  });

  it('is read from any page of a PDF, with the page it stands on, the same code once', async () => {
    const pdf = pdfOf([null, modulesOf(address), modulesOf('tel:02'), modulesOf(address)]);
    expect(await textsOf(pdf)).toEqual([
      { text: address, page: 2 },
      { text: 'tel:02', page: 3 },
    ]);
  });

  it('is read from a PDF where it is 2 cm small, and from a page the size of a badge', async () => {
    const modules = modulesOf(address);
    expect(await textsOf(pdfOf([modules], 1.3))).toEqual([{ text: address, page: 1 }]);
    const side = modules.length;
    const drawing = modules.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`${x} ${side - 1 - y} 1 1 re f`] : [])),
    );
    const badge = pdfWith([
      { stream: deflateSync(Buffer.from(drawing.join('\n'))), box: `0 0 ${side} ${side}` },
    ]);
    expect(await textsOf(badge)).toEqual([{ text: address, page: 1 }]);
  });

  it('is not looked for beyond the twentieth page', async () => {
    const pages = Array.from({ length: 21 }, (_, index) => (index === 20 ? modulesOf(address) : null));
    expect(await textsOf(pdfOf(pages))).toEqual([]);
  });

  it('is one of several, in the order in which they are found', async () => {
    const both = inOneRow([modulesOf('https://a.example/1'), modulesOf('https://b.example/2')]);
    const found = await textsOf(pngOf(both));
    expect(found).toHaveLength(2);
    expect(found).toContainEqual({ text: 'https://a.example/1', page: null });
    expect(found).toContainEqual({ text: 'https://b.example/2', page: null });
  });

  it('keeps its bytes, whatever they mean as text', async () => {
    for (const bytes of [
      Buffer.from('caf\xe9 \xa7', 'latin1'),
      Buffer.from('café ✓', 'utf8'),
      Buffer.from([0, 1, 255, 254]),
    ]) {
      const read = await readCodesTask({ bytes: pngOf(modulesOf(bytes)) });
      expect(read.ok && read.value.map((code) => Buffer.from(code.bytes).toString('hex'))).toEqual([
        bytes.toString('hex'),
      ]);
    }
  });

  it('that is not there is an empty list', async () => {
    expect(
      await textsOf(pngOf(Array.from({ length: 30 }, () => Array.from({ length: 30 }, () => false)))),
    ).toEqual([]);
    expect(await textsOf(pdfOf([null, null]))).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  const whole = pngOf(modulesOf(address));
  it.each<[string, Uint8Array, string]>([
    ['of another kind', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), 'pictureKindUnknown'],
    ['with nothing in it', new Uint8Array(), 'pictureKindUnknown'],
    ['that is a text', Buffer.from('9ZX4K7R2M5T8W'), 'pictureKindUnknown'],
    ['cut off after its header', whole.subarray(0, 40), 'pictureDamaged'],
    ['with nothing but a header', whole.subarray(0, 10), 'pictureDamaged'],
    ['that is a PDF with no page that can be drawn', Buffer.from('%PDF-1.7\nnothing more'), 'pictureDamaged'],
    ['that is a PDF cut off in the middle', pdfOf([modulesOf(address)]).subarray(0, 300), 'pictureDamaged'],
    [
      'that says to be huge',
      pngOf(modulesOf(address), 2, { width: 30_000, height: 30_000 }),
      'pictureTooLarge',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await textsOf(bytes)).toBe(code);
  });

  it('because it asks for a password', async () => {
    const hash = 'ab'.repeat(32);
    const locked = pdfWith(
      [{ stream: deflateSync(Buffer.from('')) }],
      `/ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${hash}> /U <${hash}> >>`,
    );
    expect(await textsOf(locked)).toBe('pdfEncrypted');
  });
});

describe('the worker that reads', () => {
  it('answers the codes with their bytes', async () => {
    const read = await readCodes({ bytes: pngOf(modulesOf(address)) });
    expect(read.ok && read.value.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([address]);
  });

  it('is not started for more than 20 MB', async () => {
    expect(await readCodes({ bytes: new Uint8Array(mostPictureBytes + 1) })).toMatchObject({
      failure: { code: 'fileTooLarge', details: { maxBytes: mostPictureBytes } },
    });
  });

  it('is ended by a document that unpacks to gigabytes, and holds no more memory than it may', async () => {
    const blanks = deflateSync(Buffer.alloc(192 * 1024 * 1024, 32));
    const bomb = pdfWith(Array.from({ length: 12 }, () => ({ stream: blanks })));
    expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 50);
    const before = process.memoryUsage.rss();
    const read = await readCodes({ bytes: bomb }, 3_000);
    clearInterval(watch);
    expect(read).toMatchObject({ failure: { code: 'pictureTooLarge' } });
    expect(most - before).toBeLessThan(900 * 1024 * 1024);
  });
});
