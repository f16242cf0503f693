// Which column of a list is which: headings in Dutch, French, German and English, and the contract's own names.

export type WorkerColumn =
  | 'insz'
  | 'familyName'
  | 'givenName'
  | 'fullName'
  | 'startDate'
  | 'endDate'
  | 'employmentHundredths';

const words: Record<WorkerColumn, string> = {
  insz: 'insz niss enss ssin rijksregisternummer rijksregisternr rijksregister rrn inszbisnummer numeroniss numeronational numeroderegistrenational registrenational nationalregisternummer nationalnummer sozialversicherungsnummer erkennungsnummer nationalnumber nationalregisternumber socialsecuritynumber employeeinsz workerinsz',
  familyName:
    'familyname familienaam achternaam naam nom nomdefamille familienname nachname name lastname surname',
  givenName: 'givenname voornaam prenom vorname firstname',
  fullName:
    'fullname volledigenaam nometprenom nomprenom naamenvoornaam naamvoornaam vollstandigername werknemer travailleur arbeitnehmer worker employee',
  startDate:
    'startdate start indienst indiensttreding datumindienst datuminuitdienst begindatum van datedentree entree entreeenservice dateentree datededebut debut eintritt eintrittsdatum beginn dienstbeginn dimonain',
  endDate:
    'enddate end uitdienst datumuitdienst uitdiensttreding einddatum tot datedesortie sortie datesortie datedefin fin austritt austrittsdatum ende dienstende dimonaout',
  employmentHundredths:
    'employmenthundredths tewerkstelling tewerkstellingspercentage tewerkstellingsbreuk percentage breuk fractie deeltijds pourcentage fraction tempsdetravail tauxdoccupation beschaftigungsgrad prozent arbeitszeit employment fte parttime',
};

const columns = new Map<string, WorkerColumn>(
  (Object.keys(words) as WorkerColumn[]).flatMap((column) =>
    words[column].split(' ').map((word) => [word, column] as const),
  ),
);

/** `Date d'entrée` → `startDate`; null when the heading says nothing to us. */
export function workerColumn(heading: string): WorkerColumn | null {
  return columns.get(plain(heading)) ?? null;
}

/** Lower case letters without accents, blanks and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
