// Sentences of a guide in the language of a document or an e-mail, which need not be the language of the interface.
import {
  guideParams,
  listed,
  type ReaderLanguage,
  wayThrough,
} from '../../preload/rules/guide/guide-words.ts';
import { labelOnScreen } from '../../preload/rules/guide/portal-labels.ts';
import type { StepId } from '../../preload/rules/guide/step-catalog.ts';
import type { Texts } from '../platform/texts.ts';
import type { ShownGuide } from './show-guide.ts';

export type GuideDocument = {
  language: ReaderLanguage;
  /** The sentence of a key of `guide.json`; `more` adds to what every sentence may name. */
  words(key: string, more?: Record<string, string>): string;
  /** `Portaal van de sociale zekerheid › Onderneming › ChaMan`, as on the screen; empty where nothing is to be found on the portal. */
  where(step: StepId): string;
  services: string;
};

export function guideDocument(texts: Texts, guide: ShownGuide, language: ReaderLanguage): GuideDocument {
  const own = (key: string): string => texts.t(language, `guide.${key}`);
  const params = guideParams(language, { ...guide, rights: guide.road.rights }, own);
  return {
    language,
    words: (key, more = {}) => texts.t(language, `guide.${key}`, { ...params, ...more }),
    where: (step) => wayThrough(step, false, own, (label) => labelOnScreen(label, language)),
    services: listed(
      guide.services.map((service) => own(`services.${service}`)),
      language,
    ),
  };
}
