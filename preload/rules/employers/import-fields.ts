// Which column of a list of employers is which: headings in four languages, tolerant of spelling, and the fields' own names.

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

/** Lower case letters and digits without accents, blanks and signs: `N° d’entreprise` → `ndentreprise`. */
export const plainHeading = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .replace(/\bn[°º]/gi, 'numero ')
    .replaceAll('@', 'at')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

export type GuessedColumn = { field: ImportField | null; how: 'exact' | 'similar' | 'remembered' | 'none' };

/**
 * A field for each heading, none twice: what was remembered first, then words that are known, then words one or two letters
 * away from them. `Ondernemingsnumer` → enterpriseNumber (similar).
 */
export function guessColumns(
  headings: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null> = new Map(),
): GuessedColumn[] {
  const plain = headings.map(plainHeading);
  const columns: GuessedColumn[] = plain.map(() => ({ field: null, how: 'none' }));
  const taken = new Set<ImportField>();
  const decided = new Set<number>();
  const give = (how: GuessedColumn['how'], find: (word: string) => ImportField | null | undefined): void => {
    for (const [at, word] of plain.entries()) {
      if (word === '' || decided.has(at)) continue;
      const field = find(word);
      if (field === undefined || (field !== null && taken.has(field))) continue;
      if (field !== null) taken.add(field);
      decided.add(at);
      columns[at] = { field, how };
    }
  };
  give('remembered', (word) => remembered.get(word));
  give('exact', (word) => byWord.get(word));
  give('similar', similar);
  return columns;
}

/** How many headings of a row say something to us: tells the row of headings from titles above it. */
export const knownHeadings = (cells: readonly string[]): number =>
  new Set(cells.map((cell) => byWord.get(plainHeading(cell))).filter((field) => field !== undefined)).size;

function similar(word: string): ImportField | undefined {
  // Short words are near to everything.
  if (word.length < 6 || word.length > 40) return undefined;
  const allowed = word.length < 10 ? 1 : 2;
  let best: ImportField | undefined;
  let least = allowed + 1;
  for (const [known, field] of byWord) {
    if (known.length < 6 || Math.abs(known.length - word.length) > allowed) continue;
    const away = distance(word, known);
    if (away < least) {
      least = away;
      best = field;
    }
  }
  return best;
}

/** Letters to add, drop or change, two neighbours changing places counting once. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
