// Consulting inscriptions: those of the caller alone, whole, by number and, where asked, role and days. Rules Q1 to Q4.
import { done, noData, type Outcome, refused } from './answer.ts';
import { resolve } from './directory.ts';
import { aboutNumber, type CbssCall, gone, holderOf, told, wrongNumber } from './inscription-facts.ts';
import type { CbssParts } from './parts.ts';
import { childOf, numberOf, spanOf, textOf } from './read-request.ts';
import { spanIsSound, withinSpans } from './spans.ts';

export const consultInscriptions = (parts: CbssParts, { owner, request }: CbssCall): Outcome => {
  const asked = childOf(request, 'criteria');
  const given = textOf(asked, 'ssin') ?? '';
  const period = spanOf(asked);
  const resolved = resolve(parts, given);
  const wrong = wrongNumber('NO_RESULT', resolved, given);
  const holder = holderOf(resolved);
  if (wrong !== undefined || holder === undefined) return wrong ?? refused('NO_RESULT', 'MSG00005');
  if (period !== undefined && !spanIsSound(period))
    return { ...refused('NO_RESULT', 'INS00004'), information: [['beginDate', period.begin]] };
  const qualityCode = numberOf(asked, 'qualityCode');
  const context = textOf(asked, 'inscriptionContext');
  const named = parts.cbssAccess
    .contexts()
    .find((known) => (context === undefined ? known.qualityCode === qualityCode : known.code === context));
  const anyRole = context === undefined && qualityCode === undefined;
  // One that is out of use still has its lines; one that was never defined has none and never will.
  if (!anyRole && named === undefined)
    return refused('NO_RESULT', 'INS00002', [['inscriptionContext', context ?? String(qualityCode)]]);
  const lines = parts.inscriptions
    .ofOwner(owner, holder)
    .filter((line) => anyRole || line.context === named?.code)
    .filter((line) => withinSpans([line], period).length > 0)
    .map((line) => ({ context: line.context, qualityCode, span: { begin: line.begin, end: line.end } }));
  const ssin = resolved.state === 'active' ? told(given, resolved.person) : gone(given, holder);
  const anomalies = resolved.state === 'active' ? aboutNumber(given, resolved.person) : [];
  return lines.length === 0 ? noData({ ssin, anomalies }) : done('DATA_FOUND', { ssin, lines, anomalies });
};
