// Who does it, and for how many: a mandatary needs only a mandate, and a handful of workers may not need a channel at all.
import { useTranslation } from 'react-i18next';
import { accessKeepers, sizes } from '../../../preload/rules/guide/answers.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import { IdentifierField } from '../../ui/identifier-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AskProps } from './ask-what.tsx';

export function AskAccess({ draft, put }: AskProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('guide');
  return (
    <div className="form">
      <RadioGroup
        name="access"
        asQuestion
        label={t('ask.accessQuestion')}
        error={errorOf('access')}
        choices={accessKeepers.map((value) => ({
          value,
          label: t(`ask.accesses.${value}`),
          hint: t(`ask.accesses.${value}Hint`),
        }))}
        value={draft.access}
        onChange={(access) => put({ access })}
      />
      {draft.access === 'mandatary' && (
        <>
          <p>{t('ask.mandataryWho')}</p>
          <IdentifierField
            kind="enterpriseNumber"
            name="mandataryNumber"
            value={draft.mandataryNumber}
            error={errorOf('mandataryNumber')}
            onChange={(event) => put({ mandataryNumber: event.target.value })}
          />
          <TextField
            name="mandataryName"
            label={t('ask.mandataryName')}
            hint={t('ask.mandataryHint')}
            maxLength={200}
            value={draft.mandataryName}
            onChange={(event) => put({ mandataryName: event.target.value })}
          />
        </>
      )}
      {draft.access !== 'mandatary' && (
        <RadioGroup
          name="size"
          label={t('ask.sizeQuestion')}
          error={errorOf('size')}
          choices={sizes.map((value) => ({ value, label: t(`ask.sizes.${value}`) }))}
          value={draft.size}
          onChange={(size) => put({ size })}
        />
      )}
    </div>
  );
}
