// All answers of the certificate wizard before the certificate is kept.
import { useTranslation } from 'react-i18next';
import type { CertificateVerdict } from '../../../preload/contract/certificates.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Answers } from '../../wizard/answers.tsx';
import type { ImportDraft } from './import-draft.ts';

export function ImportAnswers({
  draft,
  verdict,
  password,
}: {
  draft: ImportDraft;
  verdict: CertificateVerdict | null;
  /** What becomes of the password: kept with the file, replaced by one of ours, or there is none. */
  password: 'kept' | 'replaced' | 'none';
}) {
  const { t } = useTranslation('connection');
  const formats = useFormats();
  const facts = verdict?.facts;
  const files = draft.separate ? [draft.file, draft.keyFile] : [draft.file];
  return (
    <>
      <h1>{t('import.checkQuestion')}</h1>
      <Answers
        answers={[
          { label: t('certificate.name'), value: draft.name },
          { label: t('import.fileAnswer'), value: files.map((file) => file?.name ?? '').join(', ') },
          ...(facts === undefined
            ? []
            : [
                { label: t('certificate.subject'), value: <span className="address">{facts.subject}</span> },
                {
                  label: t('certificate.valid'),
                  value: t('certificate.fromTo', {
                    from: formats.dayOf(facts.notBefore, 'long'),
                    to: formats.dayOf(facts.notAfter, 'long'),
                  }),
                },
              ]),
          ...(draft.enterpriseName === '' && draft.enterpriseNumber === ''
            ? []
            : [
                {
                  label: t('certificate.enterprise'),
                  value: draft.enterpriseName || formats.enterpriseNumber(draft.enterpriseNumber),
                  ...(draft.enterpriseName === ''
                    ? {}
                    : { small: formats.enterpriseNumber(draft.enterpriseNumber) }),
                },
              ]),
          {
            label: t('import.where'),
            value: t('import.keychain'),
            small: t('import.keychainSmall', { password }),
          },
        ]}
      />
    </>
  );
}
