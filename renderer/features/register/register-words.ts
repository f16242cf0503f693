// What the register answers, in words: names of dossier types, codes with whether they are official, warnings.
import { useTranslation } from 'react-i18next';
import type { RegisterWarning } from '../../../preload/contract/register-values.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { isOfficialCode, isRegisterCode } from '../../../preload/rules/register/codes.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';

const predefined = ['EMPLOYEE', 'APPLICANT', 'ON_SITE', 'TRAINEE'] as const;
type Predefined = (typeof predefined)[number];
const isPredefined = (code: string): code is Predefined => predefined.some((one) => one === code);

/** The name of a dossier type: the app's own words for the four it knows, else that of the organisation, else the code. */
export function useTypeName(): (code: string) => string {
  const { t } = useTranslation('register');
  const types = useCall('register.types', {}).data?.rows;
  return (code) =>
    isPredefined(code) ? t(`type.${code}`) : types?.find((type) => type.code === code)?.name || code;
}

export type CodeWords = {
  what: string;
  remedy: string;
  /** The code, with "(own code)" where it is ours. */
  code: string;
};

/** Sentence, remedy and code of an answer. What the table does not know keeps its code and says so. */
export function useCodeWords(): (code: string) => CodeWords {
  const { t } = useTranslation('register');
  return (code) => {
    const known = isRegisterCode(code) ? code : 'unknown';
    return {
      what: t(`codes.${known}.what`),
      remedy: t(`codes.${known}.do`),
      code: isOfficialCode(code) || known === 'unknown' ? code : t('codes.own', { code }),
    };
  };
}

/** A warning as one sentence; the new number where a number was replaced. */
export function useWarningWords(): (warning: RegisterWarning) => string {
  const words = useCodeWords();
  const { t } = useTranslation('register');
  const formats = useFormats();
  return ({ code, newInsz }) => {
    const { what, code: shown } = words(code);
    const more = newInsz === undefined ? '' : ` ${t('number.now', { insz: formats.insz(newInsz) })}`;
    return `${what}${more} ${shown}`;
  };
}

/** The code of the register in a failure of its rules; null for any other failure. */
export const codeOf = (failure: Failure | null): string | null => {
  const code = failure?.code === 'refusedByRule' ? failure.details?.['rules'] : undefined;
  return typeof code === 'string' ? code : null;
};

/** Names of fields that stand beside a refusal (MSG00008, INS00001). */
export const fieldsOf = (failure: Failure): string[] => {
  const fields = failure.details?.['fields'];
  return typeof fields === 'string' ? fields.split(/[\s,]+/).filter((field) => field !== '') : [];
};
