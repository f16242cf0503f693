// The calls `worksCode.*`: codes of declarations of works in files, in pasted pictures and before the camera.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { GreyPicture } from '../codes/grey-picture.ts';
import { mostPictureBytes, readCodes } from '../codes/read-codes.ts';
import type { ReadCode } from '../codes/read-pixels.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { runInWorker } from '../platform/workers.ts';
import { createCameras } from './camera.ts';
import { readPasted } from './trusted-origins.ts';

type Found = HandlerOutput<'worksCode.readFile'>;

export function worksCodeHandlers(session: Session): HandlersOf<'worksCode'> {
  const cameras = createCameras(session);
  const found = (codes: readonly (ReadCode & { page?: number | null })[]): Found => ({
    codes: codes.map((code) => ({ read: readCode(session, code), page: code.page ?? null })),
  });
  return {
    'worksCode.readFile': async ({ selectionId }, { windowId }) => {
      const file = await session.host.readSelection(windowId, selectionId, mostPictureBytes);
      if (!file.ok) return file;
      const codes = await readCodes(file.value);
      return codes.ok ? ok(found(codes.value)) : codes;
    },
    'worksCode.readPicture': async (input) => {
      const picture = pictureOf(input);
      if (!picture.ok) return picture;
      const codes = await runInWorker('codes.readPicture', picture.value, { maxMs: 10_000 });
      return codes.ok ? ok(found(codes.value)) : fail('pictureTooLarge');
    },
    'worksCode.openCamera': (_, { windowId }) => cameras.open(windowId),
    'worksCode.readFrame': async (input, { windowId }) => {
      const picture = pictureOf(input);
      if (!picture.ok) return picture;
      const codes = await cameras.read(windowId, picture.value);
      return codes.ok ? ok(found(codes.value)) : codes;
    },
    'worksCode.scanned': (_, { windowId }) => ok(found(cameras.scanned(windowId))),
    'worksCode.closeCamera': async (_, { windowId }) => {
      await cameras.close(windowId);
      return ok({});
    },
  };
}

/** An address is kept only where the text is the code byte for byte, as a poster has to repeat it so. */
function readCode(session: Session, { text, bytes }: ReadCode): Found['codes'][number]['read'] {
  const read = readPasted(session, text);
  const whole = Buffer.from(text, 'utf8').equals(Buffer.from(bytes));
  if (read.kind === 'found') return whole ? read : { ...read, url: null };
  if ('references' in read) return { ...read, references: read.references.slice(0, 50) };
  return read.kind === 'wrongLetters' ? { ...read, letters: [...read.letters] } : read;
}

function pictureOf({ width, height, grey }: HandlerInput<'worksCode.readPicture'>): Result<GreyPicture> {
  const bytes = Buffer.from(grey, 'base64');
  return bytes.byteLength === width * height
    ? ok({ width, height, grey: new Uint8Array(bytes) })
    : fail('invalidInput', { details: { fields: 'grey' } });
}
