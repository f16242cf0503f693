// The sentences of a guide in the language of the interface, with the labels of the portal filled in.
import { useTranslation } from 'react-i18next';
import {
  type GuideFacts,
  guideParams,
  labelled,
  listed,
  type ReaderLanguage,
} from '../../../preload/rules/guide/guide-words.ts';
import type { LabelId } from '../../../preload/rules/guide/portal-labels.ts';
import { useAppState } from '../../app-state.ts';

export type Say = (key: string, more?: Record<string, string | number>) => string;

type GuideWords = {
  language: ReaderLanguage;
  /** The sentence of a key of `guide.json`. */
  say: Say;
  /** A label of the portal as on the screen, with our own words beside it. */
  label: (id: LabelId) => string;
  services: (ids: GuideFacts['services']) => string;
};

const nothingKnown: GuideFacts = {
  enterpriseName: '',
  enterpriseNumber: '',
  quality: null,
  services: [],
  rights: [],
};

export function useGuideWords(facts: GuideFacts = nothingKnown): GuideWords {
  const { t, i18n } = useTranslation('guide');
  const language = i18n.language as ReaderLanguage;
  const own = (key: string): string => t(key as 'title');
  const practising = useAppState().environment.kind === 'practice';
  const params = guideParams(language, { ...facts, practising }, own);
  return {
    language,
    say: (key, more = {}) => t(key as 'title', { ...params, ...more }),
    label: (id) => labelled(id, language, (label) => own(`labels.${label}`), practising),
    services: (ids) =>
      listed(
        ids.map((id) => own(`services.${id}`)),
        language,
      ),
  };
}
