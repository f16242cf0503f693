// Rules for single fields that several forms of the portal share.
import type { Finding } from './refusal.ts';

const LONGEST = 100;

/** A text that must be there; an e-mail address must also look like one. */
export const textFinding = (
  text: string,
  field: string,
  missing: 'nameMissing' | 'emailMissing' | 'certificateNameMissing',
): Finding | undefined => {
  const value = text.trim();
  if (value === '') return { code: missing, field };
  if (missing === 'emailMissing' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return { code: 'emailWrong', field };
  return value.length > LONGEST ? { code: 'nameTooLong', field } : undefined;
};
