// The keys of a step's sentences and what they are filled with: the same in the page, the e-mail, the checklist and the
// command line. Keys belong to the namespace `guide`.
import { type Quality, type Right, rightLabels, type Service } from '../../contract/services.ts';
import { formatEnterpriseNumber } from '../identifiers/enterprise-number.ts';
import type { StopKind } from './answers.ts';
import { type LabelId, labelParams, quote } from './portal-labels.ts';
import { factsOf, type StepId } from './step-catalog.ts';

export type ReaderLanguage = 'nl' | 'fr' | 'de' | 'en';

export type GuideFacts = {
  enterpriseName: string;
  enterpriseNumber: string;
  quality: Quality | null;
  services: readonly Service[];
  rights: readonly Right[];
  /** The practice portal is before the reader: it speaks the reader's language. */
  practising?: boolean;
  /** Who acts with the mandate, as far as it is known. */
  mandatary?: { name: string; enterpriseNumber: string | null } | null;
};

/** `own` gives our words for a key of the namespace, such as `labels.confirm`. */
type OwnWords = (key: string) => string;

/** Everything that a sentence of a step may name, labels of the portal included. */
export function guideParams(
  language: ReaderLanguage,
  facts: GuideFacts,
  own: OwnWords,
): Record<string, string> {
  const ownWords = (id: LabelId): string => own(`labels.${id}`);
  return {
    ...labelParams(language, ownWords, facts.practising === true),
    name: facts.enterpriseName,
    number: formatEnterpriseNumber(facts.enterpriseNumber),
    mandatary: mandataryWords(facts.mandatary, own),
    quality:
      facts.quality === null ? '–' : labelled(facts.quality, language, ownWords, facts.practising === true),
    services: listed(
      facts.services.map((service) => own(`services.${service}`)),
      language,
    ),
    rightsToTick: listed(
      facts.rights.map((right) => quote(rightLabels[right], language)),
      language,
    ),
  };
}

function mandataryWords(mandatary: GuideFacts['mandatary'], own: OwnWords): string {
  if (mandatary === null || mandatary === undefined) return own('mandataryUnknown');
  const number =
    mandatary.enterpriseNumber === null ? '' : formatEnterpriseNumber(mandatary.enterpriseNumber);
  return [mandatary.name, mandatary.name === '' || number === '' ? number : `(${number})`]
    .filter(Boolean)
    .join(' ');
}

/** A label as on the screen, with our own words where the screen is in another language. */
export const labelled = (
  id: LabelId,
  language: ReaderLanguage,
  ownWords: (id: LabelId) => string,
  practising = false,
): string => labelParams(language, ownWords, practising)[id];

/** `['a', 'b', 'c']` in Dutch: `a, b en c`. */
export const listed = (words: readonly string[], language: ReaderLanguage): string =>
  new Intl.ListFormat(`${language}-BE`, { type: 'conjunction' }).format(words);

/** The key of what stops, in `guide.json`: with its services where the right or the mandate of some of them stops. */
export const stopKey = (what: StopKind, services: readonly Service[]): string =>
  (what === 'right' || what === 'mandate') && services.length > 0 ? `stopsOf.${what}` : `stops.${what}`;

/** The way to a screen, its portal first: one label alone would not say of what. `words` gives a key of `guide.json`. */
export function wayThrough(
  step: StepId,
  practising: boolean,
  words: (key: string) => string,
  label: (id: LabelId) => string,
): string {
  const { where } = factsOf(step);
  if (where.length === 0) return '';
  return [words(`portals.${practising ? 'practice' : 'official'}`), ...where.map(label)].join(' › ');
}

export type StepKeys = {
  title: string;
  acts: string[];
  /** Said after the acts: the two interfaces of citizen data. */
  extra: string | null;
  seen: string;
  troubles: { what: string; who: string }[];
};

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Keys of the sentences of a step; `rights` of the road decide what else must be said. */
export function stepKeys(id: StepId, rights: readonly Right[] = []): StepKeys {
  const { acts, troubles } = factsOf(id);
  const ticking = id === 'addAccount' || id === 'changeRights';
  return {
    title: `steps.${id}.title`,
    acts: upTo(acts).map((act) => `steps.${id}.act.${act}`),
    extra: ticking && rights.includes('citizenDataConsult') ? 'citizenExtra' : null,
    seen: `steps.${id}.seen`,
    troubles: upTo(troubles).map((trouble) => ({
      what: `steps.${id}.trouble.${trouble}.what`,
      who: `steps.${id}.trouble.${trouble}.who`,
    })),
  };
}
