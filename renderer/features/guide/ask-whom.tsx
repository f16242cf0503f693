// For whom, and where it is for others: how, and as what.
import { useTranslation } from 'react-i18next';
import { audiences, groupWays, mandataryKinds } from '../../../preload/rules/guide/answers.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { useErrorOf } from '../../ui/field.tsx';
import type { AskProps } from './ask-what.tsx';

export function AskWhom({ draft, put }: AskProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('guide');
  return (
    <div className="form">
      <RadioGroup
        name="audience"
        asQuestion
        label={t('ask.whomQuestion')}
        error={errorOf('audience')}
        choices={audiences.map((value) => ({
          value,
          label: t(`ask.audiences.${value}`),
          hint: t(`ask.audiences.${value}Hint`),
        }))}
        value={draft.audience}
        onChange={(audience) => put({ audience })}
      />
      {draft.audience === 'clients' && (
        <RadioGroup
          name="mandataryKind"
          label={t('ask.mandataryKindQuestion')}
          choices={mandataryKinds.map((value) => ({ value, label: t(`ask.mandataryKinds.${value}`) }))}
          value={draft.mandataryKind}
          onChange={(mandataryKind) => put({ mandataryKind })}
        />
      )}
      {draft.audience === 'group' && (
        <RadioGroup
          name="groupWay"
          label={t('ask.groupWayQuestion')}
          choices={groupWays.map((value) => ({
            value,
            label: t(`ask.groupWays.${value}`),
            hint: t(`ask.groupWays.${value}Hint`),
          }))}
          value={draft.groupWay}
          onChange={(groupWay) => put({ groupWay })}
        />
      )}
    </div>
  );
}
