// How a request is named on the page: by its code, as names appear only after approval.
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { writeInsz } from '../../../i18n/formats.ts';

export function useRequestName(): (request: Pick<ApplicantRequest, 'code'>) => string {
  const { t } = useTranslation('applicants');
  return ({ code }) => (code === null ? t('common.requestNew') : t('common.request', { code }));
}

/** Who approved, as far as it is known. */
export const personOf = ({ name, insz }: { name: string | null; insz: string | null }): string | null =>
  name ?? (insz === null ? null : writeInsz(insz));
