// What is made and how it looks: posters or notices, size, languages, whom to call, ways that may be used.
import { useTranslation } from 'react-i18next';
import { CheckboxField, RadioGroup } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LanguageChoice } from './language-choice.tsx';
import type { PosterLook } from './poster-look.ts';

type PosterFormProps = {
  look: PosterLook;
  onChange: (change: Partial<PosterLook>) => void;
  errorOf: (name: string) => string | undefined;
};

export function PosterForm({ look, onChange, errorOf }: PosterFormProps) {
  const { t } = useTranslation('posters');
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('form.what')}
        choices={[
          { value: 'poster', label: t('form.poster'), hint: t('form.posterHint') },
          { value: 'notice', label: t('form.notice'), hint: t('form.noticeHint') },
        ]}
        value={look.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {look.kind === 'poster' && (
        <RadioGroup
          name="size"
          label={t('form.size')}
          inline
          choices={[
            { value: 'a4', label: t('form.a4') },
            { value: 'a5', label: t('form.a5') },
            { value: 'badge', label: t('form.badge') },
          ]}
          value={look.size}
          onChange={(size) => onChange({ size })}
        />
      )}
      {look.kind === 'notice' && (
        <fieldset className="field choices">
          <legend className="legend">{t('form.channels')}</legend>
          <CheckboxField
            name="phone"
            label={t('form.phone')}
            error={errorOf('phone')}
            checked={look.phone}
            onChange={(event) => onChange({ phone: event.target.checked })}
          />
          <CheckboxField
            name="point"
            label={t('form.point')}
            checked={look.point}
            onChange={(event) => onChange({ point: event.target.checked })}
          />
          <TextField
            name="own"
            label={t('form.own')}
            hint={t('form.ownHint')}
            lines={3}
            maxLength={300}
            value={look.own}
            onChange={(event) => onChange({ own: event.target.value })}
          />
        </fieldset>
      )}
      <LanguageChoice
        chosen={look.languages}
        onChoose={(languages) => onChange({ languages })}
        error={errorOf('languages')}
      />
      <TextField
        name="call"
        label={t('form.call')}
        hint={t('form.callHint')}
        maxLength={120}
        value={look.call}
        onChange={(event) => onChange({ call: event.target.value })}
      />
    </>
  );
}
