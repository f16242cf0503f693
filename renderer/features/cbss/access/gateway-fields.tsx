// The fields of an organisation's own way.
import { useTranslation } from 'react-i18next';
import { cbssRightSchema } from '../../../../preload/contract/cbss.ts';
import { useCall } from '../../../calls.ts';
import { CheckboxField, RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { GatewayTyped } from './gateway-typed.ts';

type GatewayFieldsProps = {
  typed: GatewayTyped;
  onType: (change: Partial<GatewayTyped>) => void;
  errorOf: (name: string) => string | undefined;
};

export function GatewayFields({ typed, onType, errorOf }: GatewayFieldsProps) {
  const { t } = useTranslation('cbss');
  const certificates = useCall('certificate.list', {}).data?.rows ?? [];
  const text = (name: 'endpoint' | 'testEndpoint' | 'urn' | 'legalContext', max: number) => (
    <TextField
      name={name}
      label={t(`profile.${name}`)}
      hint={t(`profile.${name}Hint`)}
      error={errorOf(name)}
      maxLength={max}
      value={typed[name]}
      onChange={(event) => onType({ [name]: event.target.value })}
    />
  );
  const part = (name: 'sector' | 'institution') => (
    <TextField
      name={name}
      label={t(`profile.${name}`)}
      error={errorOf(name)}
      short
      number
      inputMode="numeric"
      maxLength={3}
      value={typed[name]}
      onChange={(event) => onType({ [name]: event.target.value })}
    />
  );
  return (
    <>
      {text('endpoint', 300)}
      {text('testEndpoint', 300)}
      <SelectField
        name="certificateId"
        label={t('profile.certificate')}
        hint={t('profile.certificateHint')}
        choices={[
          { value: '', label: t('profile.noCertificate') },
          ...certificates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={typed.certificateId}
        onChange={(event) => onType({ certificateId: event.target.value })}
      />
      <CheckboxField
        name="clientTls"
        label={t('profile.clientTls')}
        hint={t('profile.clientTlsHint')}
        checked={typed.clientTls}
        onChange={(event) => onType({ clientTls: event.target.checked })}
      />
      {text('urn', 200)}
      <RadioGroup
        name="by"
        label={t('profile.by')}
        inline
        choices={[
          { value: 'cbeNumber', label: t('profile.byCbe') },
          { value: 'sector', label: t('profile.bySector') },
        ]}
        value={typed.by}
        onChange={(by) => onType({ by })}
      />
      {typed.by === 'cbeNumber' ? (
        <IdentifierField
          kind="enterpriseNumber"
          name="cbeNumber"
          error={errorOf('cbeNumber')}
          value={typed.cbeNumber}
          onChange={(event) => onType({ cbeNumber: event.target.value })}
        />
      ) : (
        <div className="row-of">
          {part('sector')}
          {part('institution')}
        </div>
      )}
      {text('legalContext', 64)}
      <details className="kept">
        <summary>{t('profile.contexts')}</summary>
        <p className="hint">{t('profile.contextsHint')}</p>
        <div className="cbss-values">
          {cbssRightSchema.options.map((right) => (
            <TextField
              key={right}
              name={`legalContext-${right}`}
              label={t(`rights.${right}`)}
              maxLength={64}
              value={typed.legalContexts[right] ?? ''}
              onChange={(event) =>
                onType({ legalContexts: { ...typed.legalContexts, [right]: event.target.value } })
              }
            />
          ))}
        </div>
      </details>
    </>
  );
}
