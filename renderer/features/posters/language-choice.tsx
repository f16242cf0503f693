// The languages of the workers: up to four, in the order in which they are chosen.
import { useTranslation } from 'react-i18next';
import { type PosterLanguage, posterLanguages } from '../../../preload/contract/posters.ts';
import { FieldError, useFieldId } from '../../ui/field.tsx';
import { mostLanguages } from './poster-look.ts';

type LanguageChoiceProps = {
  chosen: PosterLanguage[];
  onChoose: (languages: PosterLanguage[]) => void;
  error: string | undefined;
};

export function LanguageChoice({ chosen, onChoose, error }: LanguageChoiceProps) {
  const { t } = useTranslation('posters');
  const id = useFieldId('languages');
  const full = chosen.length >= mostLanguages;
  const turn = (language: PosterLanguage): void =>
    onChoose(chosen.includes(language) ? chosen.filter((one) => one !== language) : [...chosen, language]);
  return (
    <fieldset className="field choices" aria-describedby={`${id}-hint`}>
      <legend className="legend">{t('form.languages')}</legend>
      <span className="hint" id={`${id}-hint`}>
        {t('form.languagesHint')}
      </span>
      <FieldError id={id}>{error}</FieldError>
      <div className="poster-languages">
        {posterLanguages.map((language, at) => (
          <label key={language} className="choice">
            <input
              type="checkbox"
              id={at === 0 ? id : `${id}-${language}`}
              checked={chosen.includes(language)}
              // Not taken away from the keyboard's way: it says why it does nothing.
              aria-disabled={full && !chosen.includes(language)}
              onChange={() => (full && !chosen.includes(language) ? undefined : turn(language))}
            />
            <span>{t(`languages.${language}`)}</span>
          </label>
        ))}
      </div>
      <span className="hint" role="status">
        {full
          ? t('form.languagesMost')
          : chosen.length > 1
            ? t('form.order', { list: chosen.map((one) => t(`languages.${one}`)).join(', ') })
            : ''}
      </span>
    </fieldset>
  );
}
