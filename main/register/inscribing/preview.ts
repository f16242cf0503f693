// What inscribing would do, before anything is done: how many lines of each dossier type, and which types the service does not know. The
// service is asked by questions that change nothing.
import type { HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../../platform/session.ts';
import type { AuthenticSource } from '../authentic-source.ts';
import { countOpen } from '../list-store.ts';
import { findType } from '../type-store.ts';
import { countToAsk, sumOf } from './count-lines.ts';
import { typeIsInscribed } from './inscribed-store.ts';
import { countRefused } from './refused-store.ts';
import { numbersOfType } from './unknown-lines-store.ts';

type Preview = HandlerOutput<'registerInscribing.preview'>;
type AtService = Preview['types'][number]['atService'];

export async function previewInscribing(
  session: Session,
  again: boolean,
  source: Pick<AuthenticSource, 'consult'> | null,
): Promise<Result<Preview>> {
  if (source === null) return fail('stateNotAllowed', { details: { reason: 'connectorOff' } });
  const { db } = session;
  const counted = await countToAsk(session, { again });
  const types: Preview['types'] = [];
  for (const [dossierType, lines] of counted)
    types.push({ dossierType, lines, atService: await typeAtService(session, dossierType, source) });
  const { pending, review } = countOpen(db, null);
  const refused = again ? 0 : countRefused(db);
  return ok({ lines: sumOf(counted), types, refused, waiting: pending, review });
}

/** Persons to try before a type is said to be unanswered: a number may be cancelled or unknown there. */
const mostTried = 3;

async function typeAtService(
  { db }: Session,
  dossierType: string,
  source: Pick<AuthenticSource, 'consult'>,
): Promise<AtService> {
  if (typeIsInscribed(db, dossierType)) return 'known';
  const type = findType(db, dossierType);
  if (type === null || !type.active) return 'unknown';
  for (const insz of numbersOfType(db, dossierType, mostTried)) {
    const answer = await source.consult({ insz, type, period: null });
    if (answer.ok) return 'known';
    const { code, details } = answer.failure;
    if (code !== 'refusedByRule') return 'unanswered';
    if (details?.['rules'] === 'INS00002') return 'unknown';
  }
  return 'unanswered';
}
