// The very page that would be printed, as a picture small enough for an answer.
import type { HandlerInput, HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { keepThread } from '../platform/workers.ts';
import { findWorks } from '../presences/works-store.ts';
import { lookOf } from './make-posters.ts';
import { posterContent } from './poster-content.ts';
import { printed } from './print-posters.ts';

/** Bytes of the picture: as base64 the answer stays below what one may hold. */
const mostBytes = 170_000;

/** Failures: notFound, posterCodeTooLong, those of printing. */
export async function previewPoster(
  session: Session,
  input: HandlerInput<'poster.preview'>,
): Promise<Result<HandlerOutput<'poster.preview'>>> {
  const row = findWorks(session.db, input.worksId);
  if (row === null) return fail('notFound');
  const content = posterContent(session.environment, row, input.call);
  const thread = keepThread({ maxHeapMb: 256 });
  try {
    const order = { look: lookOf(session, input), contents: [content], notice: input.notice };
    const pdf = await printed(session, thread, order, {
      signal: new AbortController().signal,
      pass: () => Promise.resolve(),
    });
    if (!pdf.ok) return pdf;
    const picture = await thread.run('posters.picture', { pdf: pdf.value, maxBytes: mostBytes });
    if (!picture.ok) return picture;
    if (!picture.value.ok) return picture.value;
    const { png, width, height } = picture.value.value;
    return ok({
      picture: Buffer.from(png).toString('base64'),
      width,
      height,
      code: content.codeKind,
    });
  } finally {
    thread.end();
  }
}
