// What is there already: an account in Chaman, and a certificate with its key.
import { useTranslation } from 'react-i18next';
import { certificatePlaces } from '../../../preload/rules/guide/answers.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import type { AskProps } from './ask-what.tsx';
import { qualityOf } from './guide-draft.ts';
import { useGuideWords } from './guide-words.ts';

export function AskThere({ draft, put }: AskProps) {
  const { t } = useTranslation('guide');
  const { label } = useGuideWords();
  return (
    <>
      <h1>{t('ask.thereQuestion')}</h1>
      <div className="form">
        <RadioGroup
          name="account"
          label={t('ask.accountQuestion', { quality: label(qualityOf(draft)) })}
          hint={t('ask.accountHint')}
          choices={(['no', 'yes'] as const).map((value) => ({ value, label: t(`ask.accounts.${value}`) }))}
          value={draft.account}
          onChange={(account) => put({ account })}
        />
        <RadioGroup
          name="certificate"
          label={t('ask.certificateQuestion')}
          choices={certificatePlaces.map((value) => ({
            value,
            label: t(`ask.certificates.${value}`),
            hint: t(`ask.certificates.${value}Hint`),
          }))}
          value={draft.certificate}
          onChange={(certificate) => put({ certificate })}
        />
      </div>
    </>
  );
}
