// Which column of a planning or time sheet is which: headings in four languages, tolerant of spelling, and the fields' names.
import { type GuessedField, guessFields, plainHeading } from '../lists/guess-fields.ts';

export const planningFields = [
  'insz',
  'workerNumber',
  'name',
  'familyName',
  'givenName',
  'site',
  'day',
  'hours',
  'start',
  'end',
  'secondStart',
  'secondEnd',
  'pause',
] as const;
export type PlanningField = (typeof planningFields)[number];

const words: Record<PlanningField, string> = {
  insz: 'insz niss enss ssin rijksregisternummer rijksregisternr rijksregister rrn inszbisnummer numeroniss numeronational numeroderegistrenational registrenational nationalregisternummer nationalnummer sozialversicherungsnummer erkennungsnummer nationalnumber socialsecuritynumber workerinsz',
  workerNumber:
    'workernumber personeelsnummer personeelsnr werknemersnummer werknemernummer werknemersnr stamnummer badgenummer matricule numerodepersonnel numerodutravailleur numerotravailleur nopersonnel personalnummer personalnr mitarbeiternummer stammnummer employeenumber staffnumber employeeid payrollnumber',
  name: 'fullname volledigenaam naam naamwerknemer naamvandewerknemer werknemer medewerker nometprenom nomprenom nom nomdutravailleur travailleur ouvrier name namedesarbeitnehmers arbeitnehmer mitarbeiter worker employee naamenvoornaam naamvoornaam vollstandigername workername employeename',
  familyName: 'familyname familienaam achternaam nomdefamille familienname nachname lastname surname',
  givenName: 'givenname voornaam prenom vorname firstname',
  site: 'site werf werfnaam werkplaats werkplek locatie plaats klant project aangiftevanwerken nummeraangifte aangifte chantier lieu lieudetravail endroit client projet declarationdetravaux numerodedeclaration baustelle arbeitsort einsatzort ort objekt kunde projekt meldungvonarbeiten location workplace place worksdeclaration reference customer',
  day: 'day dag datum werkdag jour date datedetravail tag arbeitstag workday workdate shiftdate',
  hours:
    'hours uren werkuren uurrooster rooster dienst shift dienstregeling planning tijden prestaties horaire horaires heures heuresdetravail prestation stunden arbeitszeit arbeitszeiten dienstplan zeiten schicht schedule times workinghours workhours',
  start:
    'start van begin beginuur startuur aanvang aanvangsuur beginntijd begintijd starttijd in vanaf uurin de debut heuredebut heurededebut arrivee heuredarrivee von beginn anfang startzeit anfangszeit arbeitsbeginn from starttime begins van1 start1 begin1 de1 debut1 von1 beginn1 from1 startvoormiddag vanvoormiddag',
  end: 'end tot einde einduur eindtijd stopuur uit tem uurout uuruit a fin heurefin heuredefin depart heurededepart bis ende endzeit arbeitsende to endtime until ends tot1 einde1 end1 a1 fin1 bis1 ende1 to1 totvoormiddag eindevoormiddag',
  secondStart:
    'secondstart van2 start2 begin2 de2 debut2 von2 beginn2 from2 vannamiddag beginnamiddag startnamiddag debutapresmidi beginnnachmittag startafternoon',
  secondEnd:
    'secondend tot2 einde2 end2 a2 fin2 bis2 ende2 to2 totnamiddag eindenamiddag finapresmidi endenachmittag endafternoon',
  pause:
    'pause pauze pauzes pauzeminuten rusttijd rust onderbreking pauzetijd pauses pausenminuten repos interruption minutesdepause pausen pausenzeit ruhezeit break breaks breakminutes rest lunch',
};

const byWord = new Map<string, PlanningField>(
  planningFields.flatMap((field) => words[field].split(' ').map((word) => [word, field] as const)),
);

/** A field for each heading, none twice. `Begin uur` → start (exact). */
export const guessPlanningColumns = (
  headings: readonly string[],
  remembered: ReadonlyMap<string, PlanningField | null> = new Map(),
): GuessedField<PlanningField>[] => guessFields(headings, byWord, remembered);

/** How many headings of a row say something to us: tells the row of headings from titles above it. */
export const knownPlanningHeadings = (cells: readonly string[]): number =>
  new Set(cells.map((cell) => byWord.get(plainHeading(cell))).filter((field) => field !== undefined)).size;

/** Of each group one column is needed: who, which day, which hours. */
export const neededPlanningFields = [
  ['insz', 'workerNumber', 'name', 'familyName'],
  ['day'],
  ['hours', 'start'],
] as const satisfies readonly (readonly PlanningField[])[];

/** The first field of each group of which no column is there, and an end without which a start says nothing. */
export function missingPlanningFields(fields: readonly (PlanningField | null)[]): PlanningField[] {
  const missing: PlanningField[] = neededPlanningFields
    .filter((group) => !group.some((field) => fields.includes(field)))
    .map(([first]) => first);
  if (fields.includes('start') && !fields.includes('end')) missing.push('end');
  if (fields.includes('secondStart') && !fields.includes('secondEnd')) missing.push('secondEnd');
  return missing;
}
