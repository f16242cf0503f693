// Numbers of enterprises as lists hold them: with dots and BE, without their first zero, or ruined by a spreadsheet.
import type { Finding } from '../../contract/finding.ts';
import { parseEnterpriseNumber, parseEstablishmentNumber } from '../identifiers/enterprise-number.ts';
import { parseNssoNumber } from '../identifiers/nsso-number.ts';

export type ReadNumber = { value: string | null; finding: Finding | null };
type Kind = 'enterprise' | 'establishment' | 'nsso';

const parsers: Record<Kind, (text: string) => string | null> = {
  enterprise: parseEnterpriseNumber,
  establishment: parseEstablishmentNumber,
  nsso: parseNssoNumber,
};

/** `9,99999031E+08`: how a spreadsheet shows a number that its column is too narrow for, and saves it as text. */
const scientific = /^([1-9])(?:[.,](\d+))?E\+?0*(\d{1,2})$/i;

/**
 * Findings: EMI-NUMBER-SHORTENED (digits were lost in a spreadsheet and cannot be found again), EMI-NUMBER-SIGNS (letters),
 * EMI-NUMBER-LENGTH, EMI-NUMBER-KIND (an establishment number where an enterprise number belongs, or the other way),
 * EMI-NUMBER-CHECK (one digit is wrong). Each with what was found, unless it may be the number of a person.
 */
export function readImportNumber(kind: Kind, field: string, text: string): ReadNumber {
  const typed = text.trim();
  const refuse = (rule: string, params: Finding['params'] = {}): ReadNumber => ({
    value: null,
    finding: { rule, severity: 'blocking', field, params },
  });
  const short = scientific.exec(typed.replace(/\s/g, ''));
  if (short !== null) {
    const digits = `${short[1]}${short[2] ?? ''}`;
    // Exact only when no digit is left to guess.
    return digits.length === Number(short[3]) + 1
      ? readImportNumber(kind, field, digits)
      : refuse('EMI-NUMBER-SHORTENED', { found: typed.slice(0, 30) });
  }
  const bare = typed
    .replace(/[\s.\-/\u00a0\u202f\u2010-\u2015]/g, '')
    .replace(/^(BE|RSZ|ONSS|NSSO|LSS)/i, '');
  const value = parsers[kind](bare);
  if (value !== null) return { value, finding: null };
  if (!/^\d+$/.test(bare)) return refuse('EMI-NUMBER-SIGNS', shown(typed, bare));
  if (kind === 'enterprise' && parseEstablishmentNumber(bare) !== null)
    return refuse('EMI-NUMBER-KIND', { is: 'establishment', found: typed.slice(0, 30) });
  if (kind === 'establishment' && parseEnterpriseNumber(bare) !== null)
    return refuse('EMI-NUMBER-KIND', { is: 'enterprise', found: typed.slice(0, 30) });
  const right =
    kind === 'nsso'
      ? bare.length >= 3 && bare.length <= 10
      : bare.length === 10 || (kind === 'enterprise' && /^[1-9]\d{8}$/.test(bare));
  if (!right) return refuse('EMI-NUMBER-LENGTH', { digits: bare.length, kind, ...shown(typed, bare) });
  return refuse('EMI-NUMBER-CHECK', { found: typed.slice(0, 30) });
}

/** Eleven digits may be somebody's number of social security: that is not repeated in a sentence. */
const shown = (typed: string, bare: string): { found: string } => ({
  found: bare.replace(/\D/g, '').length === 11 ? '' : typed.slice(0, 30),
});
