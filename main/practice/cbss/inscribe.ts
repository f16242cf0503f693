// Inserting, deleting and consulting inscriptions, by the service's own reading of the rules N1 to N12, D-a to D-g and Q1 to Q4.
import type { XmlElement } from 'libxml2-wasm';
import type { Span } from '../store/cbss-inscription-store.ts';
import type { CbssPerson } from '../store/cbss-person-store.ts';
import { type Anomaly, anomaly, done, noData, type Outcome, type Role, refused } from './answer.ts';
import { mismatches } from './compare-identity.ts';
import { type Resolved, resolve } from './directory.ts';
import type { CbssParts } from './parts.ts';
import { childOf, identityOf, numberOf, spanOf, textOf } from './read-request.ts';
import { spanIsSound, withinSpans, withoutSpan, withSpan } from './spans.ts';

export interface CbssCall {
  /** The organisation that asks. */
  readonly owner: string;
  readonly request: XmlElement;
}

const roleOf = (parts: CbssParts, asked: XmlElement | undefined): Role | undefined => {
  const context = textOf(asked, 'inscriptionContext');
  const qualityCode = numberOf(asked, 'qualityCode');
  const found = parts.cbssAccess
    .contexts()
    .find((known) => (context === undefined ? known.qualityCode === qualityCode : known.code === context));
  return found?.active === true ? { context: found.code, qualityCode } : undefined;
};

const wrongNumber = (value: 'NOK' | 'NO_RESULT', resolved: Resolved, ssin: string): Outcome | undefined => {
  if (resolved.state === 'invalid') return refused(value, 'MSG00011', [['ssin', ssin]]);
  return resolved.state === 'unknown' ? refused(value, 'MSG00005', [['ssin', ssin]]) : undefined;
};

const periodFault = (period: Span | undefined): Outcome | undefined =>
  period === undefined || spanIsSound(period)
    ? undefined
    : refused('NOK', 'INS00004', [
        ['beginDate', period.begin],
        ['endDate', period.end ?? undefined],
      ]);

const roleFault = (asked: XmlElement | undefined): Outcome =>
  refused('NOK', 'INS00002', [
    ['inscriptionContext', textOf(asked, 'inscriptionContext') ?? textOf(asked, 'qualityCode')],
  ]);

/** What is worth telling about the number itself. */
const aboutNumber = (given: string, person: CbssPerson): Anomaly[] => [
  ...(given === person.ssin ? [] : [anomaly('WARNING', 'MSG00006', [['newSSIN', person.ssin]])]),
  ...(person.deceaseDate === undefined
    ? []
    : // The field is spelt so where it is published.
      [anomaly('WARNING', 'MSG00009', [['deceiseDate', person.deceaseDate]])]),
];

const told = (given: string, person: CbssPerson): NonNullable<Outcome['ssin']> => ({
  ssin: person.ssin,
  replaces: given === person.ssin ? undefined : given,
});

const shown = (role: Role, lines: readonly Span[]) => lines.map((span) => ({ ...role, span }));

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

/** A cancelled number keeps its lines, and they can be taken away. Rule R-i. */
const holderOf = (resolved: Resolved): string | undefined =>
  resolved.state === 'active'
    ? resolved.person.ssin
    : resolved.state === 'cancelled'
      ? resolved.ssin
      : undefined;

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
    ssin: person === undefined ? { ssin: holder, canceled: true } : told(given, person),
    lines: shown(role, lines),
    anomalies: [
      ...(person === undefined ? [] : aboutNumber(given, person)),
      ...(removed ? [] : [anomaly('WARNING', 'INS00005')]),
    ],
    effect: removed ? 'deleted' : 'unchanged',
  });
};

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
  const lines = parts.inscriptions
    .ofOwner(owner, holder)
    .filter((line) => anyRole || line.context === named?.code)
    .filter((line) => withinSpans([line], period).length > 0)
    .map((line) => ({ context: line.context, qualityCode, span: { begin: line.begin, end: line.end } }));
  const ssin =
    resolved.state === 'active' ? told(given, resolved.person) : { ssin: holder, canceled: true as const };
  const anomalies = resolved.state === 'active' ? aboutNumber(given, resolved.person) : [];
  return lines.length === 0 ? noData({ ssin, anomalies }) : done('DATA_FOUND', { ssin, lines, anomalies });
};
