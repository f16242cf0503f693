// The later groups of a training: certificate, provider, cost, language, sector code.
import { useTranslation } from 'react-i18next';
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { MoneyField } from './money-field.tsx';
import type { TrainingFormProps } from './training-form.tsx';
import { TypedText } from './typed-text.tsx';

const languages = ['nl', 'fr', 'de', 'en'] as const;
const payers = ['employer', 'sectorFund', 'region', 'employee'] as const;
const kinds = ['internal', 'external'] as const;

export function ProviderFields({ values, onSave, errorOf }: TrainingFormProps) {
  const { t } = useTranslation('training');
  const keep = (fields: Partial<TrainingFields>): void => onSave(fields, true);
  const words = (name: keyof TrainingFields) => ({ name, label: t(`fields.${name}`), error: errorOf(name) });
  const notSaid = { value: '' as const, label: t('choices.notSaid') };
  return (
    <>
      <Sheet title={t('edit.groups.certificate')}>
        <div className="form wide-form">
          <CheckboxField
            {...words('certificateObtained')}
            checked={values.certificateObtained}
            onChange={(event) => keep({ certificateObtained: event.target.checked })}
          />
          <div className="side-by-side">
            <TypedText
              {...words('certificateName')}
              value={values.certificateName}
              maxLength={255}
              onSave={(certificateName, settled) => onSave({ certificateName }, settled)}
            />
            <DateField
              {...words('certificateValidUntil')}
              value={values.certificateValidUntil}
              onChange={(certificateValidUntil) => keep({ certificateValidUntil })}
            />
          </div>
        </div>
      </Sheet>
      <Sheet title={t('edit.groups.provider')}>
        <div className="form wide-form">
          <RadioGroup
            {...words('providerKind')}
            inline
            choices={[
              ...kinds.map((value) => ({ value, label: t(`choices.${value}`) })),
              { value: 'none' as const, label: t('choices.notSaid') },
            ]}
            value={values.providerKind ?? 'none'}
            onChange={(kind) => keep({ providerKind: kind === 'none' ? null : kind })}
          />
          <div className="side-by-side">
            <TypedText
              {...words('providerName')}
              value={values.providerName}
              maxLength={200}
              onSave={(providerName, settled) => onSave({ providerName }, settled)}
            />
            <TypedText
              {...words('providerEnterpriseNumber')}
              short
              number
              value={values.providerEnterpriseNumber}
              maxLength={20}
              onSave={(providerEnterpriseNumber, settled) => onSave({ providerEnterpriseNumber }, settled)}
            />
          </div>
        </div>
      </Sheet>
      <Sheet title={t('edit.groups.cost')}>
        <div className="form wide-form">
          <div className="side-by-side">
            <MoneyField
              {...words('costCents')}
              value={values.costCents}
              onSave={(costCents) => keep({ costCents })}
            />
            <SelectField
              {...words('financedBy')}
              choices={[
                notSaid,
                ...payers.map((value) => ({ value, label: t(`choices.financed.${value}`) })),
              ]}
              value={values.financedBy ?? ''}
              onChange={(event) =>
                keep({ financedBy: (event.target.value || null) as TrainingFields['financedBy'] })
              }
            />
            <SelectField
              {...words('language')}
              choices={[
                notSaid,
                ...languages.map((value) => ({ value, label: t(`choices.languages.${value}`) })),
              ]}
              value={values.language ?? ''}
              onChange={(event) =>
                keep({ language: (event.target.value || null) as TrainingFields['language'] })
              }
            />
            <TypedText
              {...words('sectorTrainingCode')}
              short
              value={values.sectorTrainingCode}
              maxLength={20}
              onSave={(sectorTrainingCode, settled) => onSave({ sectorTrainingCode }, settled)}
            />
          </div>
        </div>
      </Sheet>
    </>
  );
}
