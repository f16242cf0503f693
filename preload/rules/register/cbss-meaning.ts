// What an answer of the connector means for a person: which sentences tell it, who must act, and whether asking again helps.
// Sources: platform codes of section 5.1, statuses of 3.2 and 11.4; the layers of 11.3 are never mixed.
import type { CbssOutcome, TransportReason } from '../../contract/cbss-answer.ts';

/** Who must act; each has words under `parties` in the texts of codes. */
export type CbssParty =
  | 'you'
  | 'certificate'
  | 'network'
  | 'access'
  | 'cbss'
  | 'platform'
  | 'maker'
  | 'time'
  | 'nobody';
export type CbssSeverity = 'ok' | 'warn' | 'bad';
/** `later`: the same may be asked again; `mended`: only after something changed; `never`: it would not help. */
export type CbssAgain = 'later' | 'mended' | 'never';

export type CbssMeaning = {
  layer: CbssOutcome['layer'];
  /** As the service wrote it, or the reason of the transport. */
  code: string;
  /** False: `unknown` is what there is to say. */
  known: boolean;
  /** Key of the texts of codes under which `what` and `do` stand. */
  key: string;
  party: CbssParty;
  severity: CbssSeverity;
  again: CbssAgain;
};
type Facts = Pick<CbssMeaning, 'party' | 'severity' | 'again'>;

const facts = (party: CbssParty, severity: CbssSeverity, again: CbssAgain): Facts => ({
  party,
  severity,
  again,
});

const codes: Readonly<Record<string, Facts>> = {
  'SOA-00001': facts('platform', 'bad', 'mended'),
  'SOA-01001': facts('certificate', 'bad', 'mended'),
  'SOA-01002': facts('access', 'bad', 'mended'),
  'SOA-02001': facts('platform', 'bad', 'never'),
  'SOA-02002': facts('time', 'warn', 'later'),
  'SOA-03001': facts('maker', 'bad', 'mended'),
  'SOA-03002': facts('maker', 'bad', 'mended'),
  'SOA-03003': facts('maker', 'bad', 'mended'),
  'SOA-03004': facts('maker', 'bad', 'mended'),
  'SOA-03005': facts('maker', 'bad', 'mended'),
  'SOA-03006': facts('maker', 'bad', 'mended'),
  'SOA-03007': facts('you', 'bad', 'mended'),
  MSG00000: facts('nobody', 'ok', 'never'),
  MSG00002: facts('cbss', 'bad', 'mended'),
  MSG00003: facts('cbss', 'bad', 'later'),
  MSG00005: facts('you', 'bad', 'mended'),
  MSG00006: facts('you', 'warn', 'mended'),
  MSG00008: facts('you', 'bad', 'mended'),
  MSG00009: facts('you', 'warn', 'never'),
  MSG00011: facts('you', 'bad', 'mended'),
  MSG00012: facts('you', 'bad', 'mended'),
  MSG00013: facts('access', 'bad', 'mended'),
  MSG0021: facts('you', 'bad', 'mended'),
  MSG00100: facts('nobody', 'ok', 'never'),
  HAN20200: facts('time', 'warn', 'later'),
  INS00001: facts('you', 'bad', 'mended'),
  INS00002: facts('you', 'bad', 'mended'),
  INS00003: facts('you', 'bad', 'mended'),
  INS00004: facts('you', 'bad', 'mended'),
  INS00005: facts('nobody', 'warn', 'never'),
  INS00006: facts('nobody', 'ok', 'never'),
  INS00007: facts('you', 'bad', 'mended'),
  INS00008: facts('you', 'bad', 'never'),
};

const reasons: Readonly<Record<TransportReason, Facts>> = {
  offline: facts('network', 'bad', 'later'),
  nameNotResolved: facts('network', 'bad', 'mended'),
  connectionRefused: facts('network', 'bad', 'later'),
  tlsNotTrusted: facts('network', 'bad', 'mended'),
  proxyRefused: facts('network', 'bad', 'mended'),
  connectionLost: facts('time', 'warn', 'later'),
  timeout: facts('time', 'warn', 'later'),
  cancelled: facts('you', 'warn', 'later'),
  tooLarge: facts('platform', 'bad', 'mended'),
  truncated: facts('time', 'warn', 'later'),
  httpStatus: facts('platform', 'bad', 'later'),
  htmlPage: facts('network', 'bad', 'later'),
  notUtf8: facts('platform', 'bad', 'mended'),
  byteOrderMark: facts('platform', 'bad', 'mended'),
  doctype: facts('platform', 'bad', 'mended'),
  processingInstruction: facts('platform', 'bad', 'mended'),
  comment: facts('platform', 'bad', 'mended'),
  notWellFormed: facts('platform', 'bad', 'mended'),
  notSoap: facts('platform', 'bad', 'mended'),
  notInSchema: facts('platform', 'bad', 'mended'),
  wrongTicket: facts('platform', 'bad', 'mended'),
  wrongNumber: facts('cbss', 'bad', 'mended'),
};

/** All codes that have sentences of their own. */
export const explainedCodes: readonly string[] = Object.keys(codes);
export const explainedReasons: readonly string[] = Object.keys(reasons);

/** What a code in an answer means, also that of an anomaly. An unknown one is for whoever runs the service to explain. */
export function meaningOfCode(layer: Exclude<CbssOutcome['layer'], 'transport'>, code: string): CbssMeaning {
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  return {
    layer,
    code,
    known: known !== undefined,
    key: known === undefined ? 'unknown' : `codes.${code}`,
    ...(known ?? facts(layer === 'platform' ? 'platform' : 'cbss', 'bad', 'mended')),
  };
}

/** The code of an outcome, whatever its layer. */
export function codeOf(outcome: CbssOutcome): string {
  if (outcome.layer === 'transport') return outcome.reason;
  return outcome.layer === 'cbss' ? outcome.reasonCode : outcome.code;
}

/** What it means that no answer came that can be believed. `reason` as the transport has it. */
export function meaningOfReason(reason: string): CbssMeaning {
  const known = Object.entries(reasons).find(([name]) => name === reason)?.[1];
  return {
    ...{ layer: 'transport', code: reason, known: known !== undefined },
    key: known === undefined ? 'unknown' : `transport.${reason}`,
    ...(known ?? facts('platform', 'bad', 'mended')),
  };
}

export function meaningOf(outcome: CbssOutcome): CbssMeaning {
  const code = codeOf(outcome);
  if (outcome.layer === 'transport') return meaningOfReason(code);
  const meaning = meaningOfCode(outcome.layer, code);
  // A status word decides over a code that we do not know: OK stays OK.
  const good = outcome.layer === 'business' && ['OK', 'DATA_FOUND', 'NO_DATA_FOUND'].includes(outcome.value);
  if (!good || meaning.known) return meaning;
  // The connection test has a status and no code.
  return { ...meaning, key: 'codes.MSG00000', party: 'nobody', severity: 'ok', again: 'never' };
}
