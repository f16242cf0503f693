// What is set before a registration point starts, and what is wrong with it.
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { type Language, languages } from '../../i18n/languages.ts';

export const channels = ['number', 'badge', 'phone'] as const;
export type Channel = (typeof channels)[number];

export type SetUp = {
  siteId: string;
  channels: readonly Channel[];
  languages: readonly Language[];
  /** Spoken to every new worker. */
  first: Language;
  sound: boolean;
};

/** Figures alone: at a tablet without a keyboard nothing else can be pressed. */
const pin = /^\d{6,12}$/;

export type SetUpProblem = 'siteMissing' | 'channelMissing' | 'languageMissing' | 'pinUnfit' | 'pinDifferent';

export const emptySetUp = (language: Language): SetUp => ({
  siteId: '',
  channels: [...channels],
  languages: [...languages],
  first: language,
  sound: true,
});

/** In the order of the fields. Somebody must be able to register at the screen itself: the phone alone is a poster. */
export function problemsOf(
  setUp: SetUp,
  site: WorksDeclaration | undefined,
  given: { pin: string; pinAgain: string },
): SetUpProblem[] {
  const found: (SetUpProblem | false)[] = [
    site === undefined && 'siteMissing',
    !setUp.channels.some((way) => way !== 'phone') && 'channelMissing',
    setUp.languages.length === 0 && 'languageMissing',
    !pin.test(given.pin) ? 'pinUnfit' : given.pin !== given.pinAgain && 'pinDifferent',
  ];
  return found.filter((problem) => problem !== false);
}

/** The first language in front; the order of the others is that of the app. */
export const orderOf = ({ languages: some, first }: SetUp): Language[] => {
  const kept = languages.filter((language) => some.includes(language));
  return kept.includes(first) ? [first, ...kept.filter((language) => language !== first)] : kept;
};

/** One more or one less, in the order of `all`. */
export const toggled = <T>(all: readonly T[], some: readonly T[], one: T): T[] =>
  all.filter((each) => (each === one ? !some.includes(one) : some.includes(each)));
