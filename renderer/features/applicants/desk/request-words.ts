// How a request is named on the page: by its code, as names appear only after approval.
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';

export function useRequestName(): (request: Pick<ApplicantRequest, 'code'>) => string {
  const { t } = useTranslation('applicants');
  return ({ code }) => (code === null ? t('common.requestNew') : t('common.request', { code }));
}

/** Who approved, as far as a name is known: a number stands only with the answer. */
export const personOf = ({ name }: { name: string | null }): string | null => name;
