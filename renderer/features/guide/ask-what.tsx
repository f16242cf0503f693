// First question: a service to use, or something to stop.
import { useTranslation } from 'react-i18next';
import { type Service, services } from '../../../preload/contract/services.ts';
import { presenceUses, stopKinds } from '../../../preload/rules/guide/answers.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FieldError, useErrorOf, useFieldId } from '../../ui/field.tsx';
import { asksPresences, asksServices, type GuideDraft } from './guide-draft.ts';

export type AskProps = {
  draft: GuideDraft;
  put: (change: Partial<GuideDraft>) => void;
};

const kinds = ['start', ...stopKinds] as const;

export function AskWhat({ draft, put }: AskProps) {
  const errorOf = useErrorOf();
  const { t } = useTranslation('guide');
  return (
    <div className="form">
      <RadioGroup
        name="kind"
        asQuestion
        label={t('ask.whatQuestion')}
        error={errorOf('kind')}
        choices={kinds.map((value) => ({
          value,
          label: t(`ask.kinds.${value}`),
          hint: t(`ask.kinds.${value}Hint`),
        }))}
        value={draft.kind}
        onChange={(kind) => put({ kind })}
      />
      {asksServices(draft) && <AskServices draft={draft} put={put} />}
      {asksPresences(draft) && (
        <RadioGroup
          name="presences"
          label={t('ask.presencesQuestion')}
          hint={t('notes.presencesHere')}
          choices={presenceUses.map((value) => ({
            value,
            label: t(`ask.presences.${value}`),
            hint: t(`ask.presences.${value}Hint`),
          }))}
          value={draft.presences}
          onChange={(presences) => put({ presences })}
        />
      )}
    </div>
  );
}

function AskServices({ draft, put }: AskProps) {
  const { t } = useTranslation('guide');
  const id = useFieldId('services');
  const error = useErrorOf()('services');
  const toggle = (service: Service): void => {
    const chosen = draft.services.includes(service)
      ? draft.services.filter((one) => one !== service)
      : services.filter((one) => one === service || draft.services.includes(one));
    put({ services: [...chosen] });
  };
  return (
    <fieldset
      className={error === undefined ? 'field choices' : 'field choices wrong'}
      aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
    >
      <legend className="legend">{t('ask.servicesQuestion')}</legend>
      <span className="hint" id={`${id}-hint`}>
        {t('ask.servicesHint')}
      </span>
      <FieldError id={id}>{error}</FieldError>
      <div className="choice-list">
        {services.map((service, at) => (
          <label key={service} className="choice">
            <input
              type="checkbox"
              id={at === 0 ? id : `${id}-${service}`}
              checked={draft.services.includes(service)}
              onChange={() => toggle(service)}
            />
            <span>
              {t(`services.${service}`)}
              <small className="hint">{t(`serviceHints.${service}`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
