// What inserting, deleting and consulting ask alike: which role, whose number, which days; and what is worth telling of a number.
import type { XmlElement } from 'libxml2-wasm';
import type { Span } from '../store/cbss-inscription-store.ts';
import type { CbssPerson } from '../store/cbss-person-store.ts';
import { type Anomaly, anomaly, type Outcome, type Role, refused } from './answer.ts';
import type { Resolved } from './directory.ts';
import type { CbssParts } from './parts.ts';
import { numberOf, textOf } from './read-request.ts';
import { spanIsSound } from './spans.ts';

export interface CbssCall {
  /** The organisation that asks. */
  readonly owner: string;
  readonly request: XmlElement;
}

export const roleOf = (parts: CbssParts, asked: XmlElement | undefined): Role | undefined => {
  const context = textOf(asked, 'inscriptionContext');
  const qualityCode = numberOf(asked, 'qualityCode');
  const found = parts.cbssAccess
    .contexts()
    .find((known) => (context === undefined ? known.qualityCode === qualityCode : known.code === context));
  return found?.active === true ? { context: found.code, qualityCode } : undefined;
};

export const wrongNumber = (
  value: 'NOK' | 'NO_RESULT',
  resolved: Resolved,
  ssin: string,
): Outcome | undefined => {
  if (resolved.state === 'invalid') return refused(value, 'MSG00011', [['ssin', ssin]]);
  return resolved.state === 'unknown' ? refused(value, 'MSG00005', [['ssin', ssin]]) : undefined;
};

export const periodFault = (period: Span | undefined): Outcome | undefined =>
  period === undefined || spanIsSound(period)
    ? undefined
    : refused('NOK', 'INS00004', [
        ['beginDate', period.begin],
        ['endDate', period.end ?? undefined],
      ]);

export const roleFault = (asked: XmlElement | undefined): Outcome =>
  refused('NOK', 'INS00002', [
    ['inscriptionContext', textOf(asked, 'inscriptionContext') ?? textOf(asked, 'qualityCode')],
  ]);

/** What is worth telling about the number itself. */
export const aboutNumber = (given: string, person: CbssPerson): Anomaly[] => [
  ...(given === person.ssin ? [] : [anomaly('WARNING', 'MSG00006', [['newSSIN', person.ssin]])]),
  ...(person.deceaseDate === undefined
    ? []
    : // The field is spelt so where it is published.
      [anomaly('WARNING', 'MSG00009', [['deceiseDate', person.deceaseDate]])]),
];

export const told = (given: string, person: CbssPerson): NonNullable<Outcome['ssin']> => ({
  ssin: person.ssin,
  replaces: given === person.ssin ? undefined : given,
});

/** A number that stands for nobody, told with the one that was given where it became it. */
export const gone = (given: string, ssin: string): NonNullable<Outcome['ssin']> => ({
  ...{ ssin, canceled: true },
  replaces: given === ssin ? undefined : given,
});

export const shown = (role: Role, lines: readonly Span[]) => lines.map((span) => ({ ...role, span }));

/** A cancelled number keeps its lines, and they can be taken away. Rule R-i. */
export const holderOf = (resolved: Resolved): string | undefined =>
  resolved.state === 'active'
    ? resolved.person.ssin
    : resolved.state === 'cancelled'
      ? resolved.ssin
      : undefined;
