// Which column of a list of applicants is which: headings in four languages, and without headings what stands in the cells.
import type { BatchLine, batchColumns } from '../../contract/applicant-batches.ts';
import { guessFields, plainHeading } from '../lists/guess-fields.ts';

export type BatchField = (typeof batchColumns)[number] | 'familyName' | 'givenName' | 'job';

const words: Record<BatchField, string> = {
  label:
    'label etiket omschrijving benaming naam volledigenaam naamenvoornaam voornaamennaam sollicitant kandidaat student jobstudent libelle etiquette intitule description nom nometprenom prenometnom candidat candidate etudiant bezeichnung beschriftung beschreibung name vollstandigername nameundvorname vornameundname bewerber bewerberin studierende schuler fullname applicant candidatename',
  familyName: 'familienaam achternaam nomdefamille familienname nachname lastname surname familyname',
  givenName: 'voornaam prenom vorname firstname givenname',
  job: 'job functie opmerking fonction remarque poste funktion bemerkung stelle function role position note remark',
  insz: 'insz niss enss ssin rijksregisternummer rijksregisternr rijksregister rrn inszbisnummer numeroniss numeronational numeroderegistrenational registrenational nationalregisternummer nationalnummer sozialversicherungsnummer erkennungsnummer nationalnumber nationalregisternumber socialsecuritynumber',
  language: 'taal langue sprache language taalcode codelangue sprachcode lang',
};
const byWord = new Map<string, BatchField>(
  (Object.keys(words) as BatchField[]).flatMap((field) =>
    words[field].split(' ').map((word) => [word, field] as const),
  ),
);

const none: ReadonlyMap<string, BatchField | null> = new Map();

/** A field for each heading, none twice; null where a heading says nothing to us. */
export const batchFieldsOf = (headings: readonly string[]): (BatchField | null)[] =>
  guessFields(headings, byWord, none).map(({ field }) => field);

/**
 * How many headings of a row say something to us, word for word: tells the row of headings from titles above it. `Student 1` is the
 * first applicant, `Student` a heading.
 */
export const knownBatchHeadings = (cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => byWord.get(plainHeading(cell)) ?? [])).size;

/** Without headings: the column of numbers, the one of languages, and all other texts together as what the card is called. */
export function guessBatchFields(rows: readonly (readonly string[])[]): (BatchField | null)[] {
  const sample = rows.slice(0, 20);
  const fields: (BatchField | null)[] = Array.from(
    { length: Math.max(0, ...sample.map((cells) => cells.length)) },
    () => null,
  );
  const take = (field: BatchField, fits: (cell: string) => boolean): void => {
    const at = fields.findIndex((taken, index) => {
      const filled = sample.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
      return taken === null && filled.length > 0 && filled.filter(fits).length * 2 > filled.length;
    });
    if (at >= 0) fields[at] = field;
  };
  take('insz', (cell) => cell.replace(/\D/g, '').length === 11);
  take('language', (cell) => languageOf(cell) !== null);
  return fields.map((field) => field ?? 'label');
}

type ApplicantLanguage = BatchLine['language'];
const languageWords: Record<ApplicantLanguage, string> = {
  nl: 'nl n ned nederlands neerlandais niederlandisch dutch nlbe vlaams',
  fr: 'fr f fra frans francais franzosisch french frbe',
  de: 'de d deu duits allemand deutsch german debe',
};

/** `Français` → fr; null for anything that is none of the three languages of the citizen's site. */
export function languageOf(cell: string): ApplicantLanguage | null {
  const word = plainHeading(cell);
  const found = (Object.keys(languageWords) as ApplicantLanguage[]).find((language) =>
    languageWords[language].split(' ').includes(word),
  );
  return found ?? null;
}
