// Gives an original back as it was taken in, byte for byte.
import type { HandlerOutput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { evidenceContent, findEvidence } from './answer-store.ts';
import { originalName } from './archive-content.ts';

/** Failures: notFound; those of saving. */
export async function saveEvidence(
  session: Session,
  windowId: string,
  id: string,
): Promise<Result<HandlerOutput<'rescue.saveEvidence'>>> {
  const found = findEvidence(session.db, id);
  const bytes = evidenceContent(session.db, id);
  if (found === null || bytes === null) return fail('notFound');
  const wanted = originalName(1, found.name).replace('originals/001-', '');
  const saved = await session.host.saveFile(windowId, wanted, bytes);
  if (!saved.ok) return saved;
  return ok(saved.value === null ? { saved: false, name: '' } : { saved: true, name: saved.value.name });
}
