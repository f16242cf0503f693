// The codes that a register answers with: those that are published (MSG…), and ours (INS…) where none is. One table, so that an
// official code can take the place of one of ours. Ours are never shown as official. Source: status codes, section 11.4.

export type RegisterCodeLevel = 'done' | 'information' | 'warning' | 'refusal' | 'fault';
type Code = { official: boolean; level: RegisterCodeLevel };

const official = (level: RegisterCodeLevel): Code => ({ official: true, level });
const ours = (level: RegisterCodeLevel): Code => ({ official: false, level });

export const registerCodes = {
  /** Done. */
  MSG00000: official('done'),
  /** An internal error at the other side. */
  MSG00003: official('fault'),
  /** No such number. */
  MSG00005: official('refusal'),
  /** The number was replaced; the new one stands beside it. */
  MSG00006: official('warning'),
  /** Data of the question are not valid; the fields stand beside it. */
  MSG00008: official('refusal'),
  /** The person died. */
  MSG00009: official('warning'),
  /** Structure or check digits of the number. */
  MSG00011: official('refusal'),
  /** Not known well enough to your organisation. */
  MSG00012: official('refusal'),
  /** Not allowed with this legal context and these credentials. */
  MSG00013: official('refusal'),
  /** Nothing found, which is an answer. */
  MSG00100: official('information'),
  /** Identity that was given differs; only names of fields stand beside it. */
  INS00001: ours('refusal'),
  /** A dossier type that is not defined, or not in use. */
  INS00002: ours('refusal'),
  /** The number was cancelled, and no number that is in use took its place. */
  INS00003: ours('refusal'),
  /** No period: upside down, or a day that cannot be written. */
  INS00004: ours('refusal'),
  /** Nothing had to be taken away. */
  INS00005: ours('warning'),
  /** Every day of it was there already. */
  INS00006: ours('information'),
  /** Somebody who may be this person exists: no number is made. */
  INS00007: ours('refusal'),
  /** A number of the National Register, whose data are not corrected here. */
  INS00008: ours('refusal'),
} as const satisfies Record<string, Code>;
export type RegisterCode = keyof typeof registerCodes;

export const isRegisterCode = (code: string): code is RegisterCode => Object.hasOwn(registerCodes, code);

/** False for ours and for what the table does not know. `INS00001` → false. */
export const isOfficialCode = (code: string): boolean => isRegisterCode(code) && registerCodes[code].official;
