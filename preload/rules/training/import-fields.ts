// Which column of a list of trainings is which: headings in four languages, tolerant of spelling, and the contract's own
// names. Shared by the import, a paste into the grid and the command line.
import { type GuessedField, guessFields, plainHeading } from '../lists/guess-fields.ts';

const words = {
  enterpriseNumber:
    'enterprisenumber ondernemingsnummer ondernemingsnr kbonummer kbo numerodentreprise numeroentreprise bce numerobce unternehmensnummer unternehmensnr zdunummer cbenumber employernumber werkgeversnummer ondernemingsnummerwerkgever numerodentreprisedelemployeur unternehmensnummerarbeitgeber',
  insz: 'insz niss enss ssin rijksregisternummer rijksregisternr rrn inszbisnummer numeroniss numeronational numeroderegistrenational registrenational nationalregisternumber nationalregisternummer sozialversicherungsnummer erkennungsnummer socialsecuritynumber employeeinsz workerinsz werknemerinsz inszwerknemer nissdutravailleur',
  workerName:
    'workername werknemer naam naamwerknemer naamenvoornaam deelnemer naamdeelnemer travailleur nometprenom nomdutravailleur participant arbeitnehmer namedesarbeitnehmers teilnehmer employee worker',
  externalReference:
    'externalreference referentie externereferentie onzereferentie reference referenceexterne notrereference referenz externereferenz unserereferenz ourreference',
  title:
    'title titel titre opleiding naamopleiding titelopleiding benaming formation intitule intituledelaformation titredelaformation weiterbildung training coursename course cursus bezeichnung titelderweiterbildung',
  description: 'description omschrijving beschrijving beschreibung',
  type: 'type soort art typedeformation soortopleiding artderweiterbildung kindoftraining',
  status: 'status statut stand toestand',
  startDate:
    'startdate start begin begindatum startdatum van debut datededebut datedebut du beginn anfang anfangsdatum von',
  endDate: 'enddate einde einddatum tot fin datedefin datefin au ende enddatum bis end',
  duration: 'duration duur uren aantaluren duree heures nombredheures dauer stunden stundenzahl hours',
  durationMinutes: 'durationminutes minuten duurinminuten minutes dureeenminutes dauerinminuten',
  deducted:
    'deducted deductedduration aangerekend aangerekendeduur mindering deduite dureededuite angerechnet angerechnetedauer',
  deductedMinutes: 'deductedminutes',
  countsForTrainingRight:
    'countsfortrainingright opleidingsrecht teltmee telt teltvooropleidingsrecht droit compte droitalaformation anspruch zahlt counts',
  leaveScheme:
    'leavescheme verlof opleidingsverlof verlofstelsel conge congeeducation congedeformation bildungsurlaub leave',
  certificateObtained:
    'certificateobtained attest getuigschrift certificaat attestbehaald certificat attestation certificatobtenu zertifikat bescheinigung certificate',
  certificateValidUntil:
    'certificatevaliduntil attestgeldigtot geldigtot certificatvalablejusquau valablejusquau valablejusque zertifikatgultigbis gultigbis validuntil',
  certificateName: 'certificatename naamattest nomducertificat nomcertificat zertifikatsname',
  providerKind: 'providerkind internofextern interneouexterne internoderextern providertype',
  providerName:
    'providername opleidingsverstrekker verstrekker operateur prestataire operateurdeformation anbieter bildungsanbieter provider',
  providerEnterpriseNumber:
    'providerenterprisenumber ondernemingsnummerverstrekker numeroentrepriseprestataire numerodentrepriseprestataire unternehmensnummeranbieter providernumber',
  language: 'language taal langue sprache',
  cost: 'cost kost kostprijs kosten cout prix preis',
  costCents: 'costcents',
  financedBy: 'financedby gefinancierddoor betaalddoor financepar financement finanziertdurch financing',
  sectorTrainingCode: 'sectortrainingcode sectorcode codesectoriel codedusecteur sektorcode',
} as const;

export type TrainingImportField = keyof typeof words;
export const trainingImportFields = Object.keys(words) as [TrainingImportField, ...TrainingImportField[]];

/** Without these no training can be made of a row. */
export const neededImportFields: readonly TrainingImportField[] = ['insz', 'title', 'startDate'];

const byWord = new Map<string, TrainingImportField>(
  trainingImportFields.flatMap((field) => words[field].split(' ').map((word) => [word, field] as const)),
);

/** `Datum van` is unknown, `Begindatum` is startDate; null when the heading says nothing to us. */
export const trainingColumn = (heading: string): TrainingImportField | null =>
  byWord.get(plainHeading(heading)) ?? null;

/** How many headings of a row say something to us: tells the row of headings from titles above it. */
export const knownTrainingHeadings = (cells: readonly string[]): number =>
  new Set(cells.map(trainingColumn).filter((field) => field !== null)).size;

/** A field for each heading, none twice: what was remembered first, then words that are known, then words near to them. */
export const guessTrainingColumns = (
  headings: readonly string[],
  remembered: ReadonlyMap<string, TrainingImportField | null> = new Map(),
): GuessedField<TrainingImportField>[] => guessFields(headings, byWord, remembered);
