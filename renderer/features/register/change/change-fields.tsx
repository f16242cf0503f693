// Whose line it is: client, person by name or number, dossier type and days.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useErrorOf } from '../../../ui/field.tsx';
import { IdentifierField } from '../../../ui/identifier-field.tsx';
import { EmployerField } from '../../workers/employer-field.tsx';
import { useTypeName } from '../register-words.ts';
import { type ChangeTyped, readableDay } from './change-typed.ts';
import { KnownPerson } from './known-person.tsx';

type ChangeFieldsProps = {
  act: 'insert' | 'delete';
  typed: ChangeTyped;
  onType: (change: Partial<ChangeTyped>) => void;
};

export function ChangeFields({ act, typed, onType }: ChangeFieldsProps) {
  const { t } = useTranslation('register');
  const errorOf = useErrorOf();
  const typeName = useTypeName();
  const types = useCall('register.types', {}).data?.rows ?? [];
  // Nothing is added under a type that is not in use; what stands there can be taken away.
  const choices = types.filter(({ active, inUse }) => (act === 'insert' ? active : active || inUse));
  return (
    <>
      <EmployerField
        label={t('columns.employer')}
        value={typed.employerId}
        onChange={(employerId) => onType({ employerId })}
        error={errorOf('employerId')}
      />
      <KnownPerson employerId={typed.employerId} insz={typed.insz} onInsz={(insz) => onType({ insz })} />
      <IdentifierField
        name="insz"
        kind="insz"
        hint={t(`${act}.inszHint`)}
        value={typed.insz}
        error={errorOf('insz')}
        onChange={({ target }) => onType({ insz: target.value })}
      />
      <SelectField
        name="dossierType"
        label={t('columns.type')}
        choices={choices.map(({ code }) => ({ value: code, label: typeName(code) }))}
        value={typed.dossierType}
        error={errorOf('dossierType')}
        onChange={({ target }) => onType({ dossierType: target.value })}
      />
      {act === 'delete' && (
        <CheckboxField
          name="whole"
          label={t('delete.whole')}
          hint={t('delete.wholeHint')}
          checked={typed.whole}
          onChange={({ target }) => onType({ whole: target.checked })}
        />
      )}
      {!(act === 'delete' && typed.whole) && (
        <>
          <DateField
            name="begin"
            label={t(`${act}.begin`)}
            value={readableDay(typed.begin)}
            error={errorOf('begin')}
            onChange={(day, text) => onType({ begin: day ?? text })}
          />
          <DateField
            name="end"
            label={t(`${act}.end`)}
            hint={t(`${act}.endHint`)}
            value={readableDay(typed.end)}
            error={errorOf('end')}
            onChange={(day, text) => onType({ end: day ?? text })}
          />
        </>
      )}
    </>
  );
}
