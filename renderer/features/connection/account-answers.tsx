// All answers about an account before it is kept.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Answers } from '../../wizard/answers.tsx';
import type { AccountDraft } from './account-draft.ts';

export function AccountAnswers({ draft }: { draft: AccountDraft }) {
  const { t } = useTranslation(['connection', 'accounts']);
  const formats = useFormats();
  const certificates = useCall('certificate.list', {});
  const certificate = certificates.data?.rows.find((one) => one.id === draft.certificateId);
  return (
    <Answers
      answers={[
        { label: t('account.name'), value: draft.name },
        {
          label: t('certificate.enterprise'),
          value: draft.enterpriseName,
          small: <span className="number">{formats.enterpriseNumber(draft.enterpriseNumber)}</span>,
        },
        {
          label: t('account.qualityFact'),
          value: draft.quality === null ? '' : t(`accounts:qualities.${draft.quality}`),
        },
        {
          label: t('account.certificate'),
          value: certificate?.name ?? '',
          ...(certificate === undefined
            ? {}
            : {
                small: t('account.certificateAnswerSmall', {
                  date: formats.dayOf(certificate.facts.notAfter, 'long'),
                }),
              }),
        },
      ]}
    />
  );
}
