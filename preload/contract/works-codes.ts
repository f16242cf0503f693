// The codes of declarations of works in files, in pictures that were pasted, and before a camera.
import { z } from 'zod';
import { act, idSchema, nothing } from './call.ts';
import { readReferenceSchema } from './works-declarations.ts';

/** What the codes say, at most twenty; none: no code was found. `page` is null where there are no pages. */
export const foundCodesSchema = z.strictObject({
  codes: z.array(z.strictObject({ read: readReferenceSchema, page: z.int().nullable() })).max(20),
});

/** Grey points, one byte each, row by row from the top. */
const greyPicture = z.strictObject({
  width: z.int().min(1).max(2_000),
  height: z.int().min(1).max(2_000),
  grey: z.base64().max(1_040_000),
});

export const worksCodeCalls = {
  /**
   * Finds the codes of a PNG, JPEG, GIF, BMP or PDF of at most 20 MB; nothing is kept.
   * Failures: selectionExpired, fileTooLarge, pictureKindUnknown, pictureTooLarge, pictureDamaged, pdfEncrypted.
   */
  'worksCode.readFile': act(z.strictObject({ selectionId: idSchema }), foundCodesSchema),
  /** The same for a picture that was pasted. Failure invalidInput where the points do not fit the size. */
  'worksCode.readPicture': act(greyPicture, foundCodesSchema),
  /** Lets the page ask the system for the camera, until `closeCamera` or some seconds without a frame. */
  'worksCode.openCamera': act(nothing, nothing),
  /** Failures: stateNotAllowed where the camera was not opened, invalidInput. Of more than ten a second some are passed over. */
  'worksCode.readFrame': act(greyPicture, foundCodesSchema),
  /** What the camera saw last, for ten minutes: the page that follows the scanning asks for it. */
  'worksCode.scanned': act(nothing, foundCodesSchema),
  /** The window may load its page anew, as it may when the camera is opened. */
  'worksCode.closeCamera': act(nothing, nothing),
};
