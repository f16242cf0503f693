// What is confirmed is what was shown: an act is not done on lines that changed since its preview.
import type { HandlerInput } from '../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Period } from '../../preload/rules/register/periods.ts';
import type { Database } from '../platform/database.ts';
import { linesOfKey, thisOwner } from './line-store.ts';
import { lookUpNumber } from './own-records.ts';

type Key = { insz: string; employerId: string; type: { code: string } };

/**
 * Of whoever the preview was about: who holds the given number or the one that the preview came to. Failure conflict: they have other
 * lines now. Without a preview nothing is expected.
 */
export function asShown(
  db: Database,
  { insz, employerId, type }: Key,
  shown: HandlerInput<'register.insert'>['shown'],
  { firstOnly }: { firstOnly: boolean },
): Result<Record<string, never>> {
  if (shown === undefined) return ok({});
  const holders = new Set([shown.insz, insz].flatMap((one) => lookUpNumber(db, one).personIds));
  const now = [...holders]
    .slice(0, firstOnly ? 1 : holders.size)
    .flatMap((personId) =>
      linesOfKey(db, { personId, employerId, ownerId: thisOwner, dossierType: type.code }),
    );
  return written(now) === written(shown.before) ? ok({}) : fail('conflict');
}

const written = (periods: readonly Period[]): string =>
  periods
    .map(({ begin, end }) => `${begin} ${end ?? ''}`)
    .sort()
    .join('|');
