// For which enterprise: one of the employers kept here, or any other by its number and name.
import { useTranslation } from 'react-i18next';
import { type Quality, qualitySchema } from '../../../preload/contract/services.ts';
import {
  formatEnterpriseNumber,
  parseEnterpriseNumber,
} from '../../../preload/rules/identifiers/enterprise-number.ts';
import { useCall } from '../../calls.ts';
import { RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AskProps } from './ask-what.tsx';
import { useGuideWords } from './guide-words.ts';

export function AskEnterprise({ draft, put }: AskProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('guide');
  const { label } = useGuideWords();
  const employers = useCall('employer.list', { pageSize: 500 });
  const accounts = useCall('account.list', {}, { enabled: draft.kind !== 'start' });
  const rows = employers.data?.rows ?? [];
  // The quality of the only account needs no question.
  const qualityFor = (typed: string): { quality?: Quality } => {
    const number = parseEnterpriseNumber(typed);
    const held = (accounts.data?.rows ?? []).filter((one) => one.enterpriseNumber === number);
    const [only, ...others] = [...new Set(held.map(({ quality }) => quality))];
    return only === undefined || others.length > 0 ? {} : { quality: only };
  };
  const choose = (employerId: string): void => {
    const employer = rows.find((row) => row.id === employerId);
    put({
      employerId,
      ...(employer === undefined
        ? {}
        : {
            enterpriseNumber: formatEnterpriseNumber(employer.enterpriseNumber),
            enterpriseName: employer.name,
            ...qualityFor(employer.enterpriseNumber),
          }),
    });
  };
  return (
    <>
      <h1>{t('ask.enterpriseQuestion')}</h1>
      <p>{t('ask.enterpriseHint')}</p>
      <FailureNote failure={employers.error} />
      <div className="form">
        {rows.length > 0 && (
          <SelectField
            name="employerId"
            label={t('ask.employer')}
            choices={[
              { value: '', label: t('ask.employerNone') },
              ...rows.map((row) => ({ value: row.id, label: row.name })),
            ]}
            value={draft.employerId}
            onChange={(event) => choose(event.target.value)}
          />
        )}
        <IdentifierField
          kind="enterpriseNumber"
          name="enterpriseNumber"
          value={draft.enterpriseNumber}
          error={errorOf('enterpriseNumber')}
          onChange={(event) =>
            put({ enterpriseNumber: event.target.value, employerId: '', ...qualityFor(event.target.value) })
          }
        />
        <TextField
          name="enterpriseName"
          label={t('ask.name')}
          maxLength={200}
          value={draft.enterpriseName}
          error={errorOf('enterpriseName')}
          onChange={(event) => put({ enterpriseName: event.target.value })}
        />
        {draft.kind !== 'start' && (
          <RadioGroup
            name="quality"
            label={t('ask.quality')}
            error={errorOf('quality')}
            choices={qualitySchema.options.map((value) => ({ value, label: label(value) }))}
            value={draft.quality}
            onChange={(quality) => put({ quality })}
          />
        )}
      </div>
    </>
  );
}
