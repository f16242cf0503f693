// The words of closed lists in a list of trainings, in four languages, tolerant of accents, blanks and signs.
import { plainHeading } from '../lists/guess-fields.ts';

const words: Record<string, Record<string, string>> = {
  type: {
    formal: 'formal formeel formel formelle formell',
    informal: 'informal informeel informel informelle informell',
  },
  status: {
    reserved:
      'reserved planned gereserveerd gepland reserve reservee planifie planifiee prevu prevue reserviert geplant',
    completed: 'completed done voltooid gevolgd termine terminee suivi suivie abgeschlossen besucht',
    notAttended: 'notattended nietgevolgd afwezig nonsuivi nonsuivie absent nichtbesucht abwesend',
    unsuitable: 'unsuitable ongeschikt inadapte inadaptee ungeeignet',
  },
  leaveScheme: {
    none: 'none geen aucun keiner keine no nee non nein',
    vov: 'vov vlaamsopleidingsverlof',
    bev: 'bev betaaldeducatiefverlof cep congeeducationpaye',
  },
  providerKind: { internal: 'internal intern interne', external: 'external extern externe' },
  language: {
    nl: 'nl nederlands neerlandais niederlandisch dutch',
    fr: 'fr frans francais franzosisch french',
    de: 'de duits allemand deutsch german',
    en: 'en engels anglais englisch english',
  },
  financedBy: {
    employer: 'employer werkgever employeur arbeitgeber',
    sectorFund: 'sectorfund sectorfonds sectoraalfonds fondssectoriel sektorfonds',
    region: 'region gewest',
    employee: 'employee werknemer travailleur arbeitnehmer',
  },
  yesNo: {
    yes: '1 yes y ja j oui o true waar vrai wahr x',
    no: '0 n no nee non nein false onwaar faux falsch',
  },
};

const byWord = new Map(
  Object.entries(words).map(([list, values]) => [
    list,
    new Map(
      Object.entries(values).flatMap(([value, known]) =>
        [plainHeading(value), ...known.split(' ')].map((word) => [word, value] as const),
      ),
    ),
  ]),
);

/** `Gevolgd` in the list `status` → `completed`; null when the word is in no language of ours. */
export const wordOf = (list: string, text: string): string | null =>
  byWord.get(list)?.get(text) ?? byWord.get(list)?.get(plainHeading(text)) ?? null;
