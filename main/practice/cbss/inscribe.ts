// Inserting and deleting inscriptions, by the service's own reading of the rules N1 to N12 and D-a to D-g.
import { anomaly, done, type Outcome, refused } from './answer.ts';
import { mismatches } from './compare-identity.ts';
import { resolve } from './directory.ts';
import {
  aboutNumber,
  type CbssCall,
  gone,
  holderOf,
  periodFault,
  roleFault,
  roleOf,
  shown,
  told,
  wrongNumber,
} from './inscription-facts.ts';
import type { CbssParts } from './parts.ts';
import { childOf, identityOf, spanOf, textOf } from './read-request.ts';
import { withoutSpan, withSpan } from './spans.ts';

export const insertInscription = (parts: CbssParts, { owner, request }: CbssCall): Outcome => {
  const asked = childOf(request, 'inscription');
  const given = textOf(asked, 'ssin') ?? '';
  const period = spanOf(asked);
  const resolved = resolve(parts, given);
  const wrong = wrongNumber('NOK', resolved, given);
  if (wrong !== undefined) return wrong;
  if (resolved.state !== 'active') return refused('NOK', 'INS00003', [['ssin', given]]);
  const { person } = resolved;
  if (person.deceaseDate !== undefined && parts.switches.all().refuseDeceased)
    return refused('NOK', 'MSG00009', [['deceiseDate', person.deceaseDate]]);
  const role = roleOf(parts, asked);
  if (role === undefined) return roleFault(asked);
  const upsideDown = periodFault(period);
  if (upsideDown !== undefined || period === undefined) return upsideDown ?? refused('NOK', 'MSG00008');
  const differing = mismatches(identityOf(asked), person);
  if (differing.length > 0)
    return refused(
      'NOK',
      'INS00001',
      differing.map((field) => [field]),
    );
  const key = { owner, ssin: person.ssin, context: role.context };
  const { lines, known } = withSpan(parts.inscriptions.lines(key), period);
  if (!known) parts.inscriptions.setLines(key, lines);
  return done('OK', {
    ssin: told(given, person),
    lines: shown(role, lines),
    anomalies: [...aboutNumber(given, person), ...(known ? [anomaly('INFORMATION', 'INS00006')] : [])],
    effect: known ? 'unchanged' : 'updated',
  });
};

export const deleteInscription = (parts: CbssParts, { owner, request }: CbssCall): Outcome => {
  const asked = childOf(request, 'inscription');
  const given = textOf(asked, 'ssin') ?? '';
  const period = spanOf(asked);
  const resolved = resolve(parts, given);
  const wrong = wrongNumber('NOK', resolved, given);
  const holder = holderOf(resolved);
  if (wrong !== undefined || holder === undefined) return wrong ?? refused('NOK', 'MSG00005');
  const role = roleOf(parts, asked);
  if (role === undefined) return roleFault(asked);
  const upsideDown = periodFault(period);
  if (upsideDown !== undefined) return upsideDown;
  const person = resolved.state === 'active' ? resolved.person : undefined;
  const differing = person === undefined ? [] : mismatches(identityOf(asked), person);
  if (differing.length > 0)
    return refused(
      'NOK',
      'INS00001',
      differing.map((field) => [field]),
    );
  // A line may still stand under the number as it was given (D-f).
  let removed = false;
  for (const ssin of new Set([holder, given])) {
    const key = { owner, ssin, context: role.context };
    const before = parts.inscriptions.lines(key);
    const { lines, none } =
      period === undefined ? { lines: [], none: before.length === 0 } : withoutSpan(before, period);
    if (none) continue;
    removed = true;
    parts.inscriptions.setLines(key, lines);
  }
  const lines = parts.inscriptions.lines({ owner, ssin: holder, context: role.context });
  return done('OK', {
    ssin: person === undefined ? gone(given, holder) : told(given, person),
    lines: shown(role, lines),
    anomalies: [
      ...(person === undefined ? [] : aboutNumber(given, person)),
      ...(removed ? [] : [anomaly('WARNING', 'INS00005')]),
    ],
    effect: removed ? 'deleted' : 'unchanged',
  });
};
