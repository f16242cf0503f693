// Which column of a list of employers is which: headings in four languages, tolerant of spelling, and the fields' own names.
import { type GuessedField, guessFields, plainHeading } from '../lists/guess-fields.ts';

export const importFields = [
  'enterpriseNumber',
  'name',
  'nssoNumber',
  'language',
  'sizeBracket',
  'weeklyHours',
  'establishmentNumber',
  'establishmentName',
  'service',
  'route',
  'account',
  'routeFrom',
  'mandataryNumber',
  'mandateStart',
  'mandateEnd',
] as const;
export type ImportField = (typeof importFields)[number];

const words: Record<ImportField, string> = {
  enterpriseNumber:
    'enterprisenumber ondernemingsnummer ondernemingsnr ondnr kbonummer kbonr kbo kbobcenummer numerodentreprise numeroentreprise noentreprise numentreprise bce numerobce unternehmensnummer unternehmensnr zdunummer btwnummer btwnr btw numerodetva notva tva vatnumber vat mwstnummer cbenumber cbe companynumber werkgeversnummer klantondernemingsnummer',
  name: 'name naam naamwerkgever werkgever klant klantnaam naamklant naamonderneming onderneming bedrijf bedrijfsnaam firma firmanaam benaming maatschappelijkenaam nom nomemployeur nomdelemployeur employeur client nomduclient denomination denominationsociale raisonsociale entreprise societe arbeitgeber namedesarbeitgebers kunde kundenname unternehmen bezeichnung employer employername company companyname customer',
  nssoNumber:
    'nssonumber nsso rsznummer rsznr rsz rszinschrijvingsnummer inschrijvingsnummerrsz stamnummer numeroonss noonss onss matriculeonss numerodimmatriculation immatriculationonss lssnummer lss nossnumber registrationnumber',
  language:
    'language taal taalcode correspondentietaal langue languedecorrespondance sprache korrespondenzsprache',
  sizeBracket:
    'sizebracket grootte grootteklasse aantalwerknemers werknemers personeel vte aantalvte taille classedetaille nombredetravailleurs effectif etp grosse grossenklasse anzahlarbeitnehmer arbeitnehmerzahl vollzeitaquivalente size headcount fte numberofworkers',
  weeklyHours:
    'weeklyhours wekelijkseuren urenperweek weekuren voltijdseuren voltijdseweek arbeidsduur arbeidsduurperweek heuresparsemaine heureshebdomadaires dureehebdomadaire dureedutravail tempsplein wochenstunden stundenprowoche wochentlichestunden arbeitszeit hoursperweek hours weeklyworkinghours',
  establishmentNumber:
    'establishmentnumber vestigingsnummer vestigingsnr vestigingseenheidsnummer nummervestiging numerodetablissement numerodunitedetablissement nounite numerounite uniteetablissement niederlassungsnummer niederlassungseinheitsnummer betriebseinheitsnummer establishmentunitnumber unitnumber',
  establishmentName:
    'establishmentname vestiging vestigingsnaam naamvestiging vestigingseenheid etablissement nomdeletablissement nometablissement unitedetablissement niederlassung namederniederlassung niederlassungseinheit establishment establishmentunit site',
  service: 'service dienst diensten toepassing services application anwendung dienste',
  route:
    'route weg verzendweg via kanaal soortroute canal voie chemin parqui leitweg versandweg versandart way channel',
  account:
    'account accountnaam clientid clientnummer chamanaccount rekening compte nomducompte comptechaman konto kontoname accountname',
  routeFrom:
    'routefrom routevanaf vanaf ingangsdatum datumingang begindatumroute routeapartirde apartirdu apartirde datededebut routeab ab abdatum giltab from validfrom startdate',
  mandataryNumber:
    'mandatarynumber mandataris mandatarisnummer ondernemingsnummermandataris nummermandataris mandataire numeromandataire numerodumandataire numerodentreprisedumandataire mandatar mandatarnummer bevollmachtigter unternehmensnummerdesbevollmachtigten nummerdesbevollmachtigten mandatary agent',
  mandateStart:
    'mandatestart mandaatvan mandaatvanaf beginmandaat startmandaat mandaatstart beginkwartaal startkwartaal mandaatbegin kwartaalvan debutmandat debutdumandat mandatde mandatapartirde trimestrededebut trimestredebut mandatsbeginn mandatvon mandatab beginnquartal quartalvon mandatefrom startquarter firstquarter mandatestartquarter',
  mandateEnd:
    'mandateend mandaattot mandaattotenmet eindemandaat eindmandaat eindkwartaal mandaateinde kwartaaltot finmandat findumandat mandatjusqua mandatjusquau trimestredefin trimestrefin mandatsende mandatbis endquartal quartalbis mandateuntil mandateto endquarter lastquarter mandateendquarter',
};

const byWord = new Map<string, ImportField>(
  importFields.flatMap((field) => words[field].split(' ').map((word) => [word, field] as const)),
);

export type GuessedColumn = GuessedField<ImportField>;

/** A field for each heading, none twice. `Ondernemingsnumer` → enterpriseNumber (similar). */
export const guessColumns = (
  headings: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null> = new Map(),
): GuessedColumn[] => guessFields(headings, byWord, remembered);

/** How many headings of a row say something to us: tells the row of headings from titles above it. */
export const knownHeadings = (cells: readonly string[]): number =>
  new Set(cells.map((cell) => byWord.get(plainHeading(cell))).filter((field) => field !== undefined)).size;
