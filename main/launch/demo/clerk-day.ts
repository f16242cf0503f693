// A clerk's day as a story: forty client employers with three workers each, and what each client wrote down in February, with
// one kind of mistake each. All people and firms are made up; their numbers are made from dates, with right check digits.

/** What a client did wrong, turn about. */
export const mistakes = [
  'sixtyMinutes',
  'lostZero',
  'formerNumber',
  'lastCentury',
  'twice',
  'stranger',
  'formula',
  'endsBefore',
] as const;
export type Mistake = (typeof mistakes)[number];

export type Person = { insz: string; family: string; given: string };
/** `number`: as a number where the spreadsheet kept it so; `day`: yyyy-mm-dd as a day of the spreadsheet. */
export type Cell =
  | { text: string }
  | { number: number }
  | { day: string }
  | { formula: string; shown: string };
export type Client = {
  number: string;
  name: string;
  file: string;
  mistake: Mistake;
  workers: [Person, Person, Person];
  /** Under its number of before; only with the mistake of that name. */
  former: string;
  rows: Cell[][];
};

export const secretariat = { name: 'Sociaal secretariaat Klaver', number: '0999999031' };
export const headings = [
  'INSZ',
  'Opleiding',
  'Soort',
  'Status',
  'Begindatum',
  'Einddatum',
  'Duur',
  'Opleidingsrecht',
] as const;

const trades = [
  'Bakkerij',
  'Garage',
  'Drukkerij',
  'Bloemen',
  'Schrijnwerkerij',
  'Dakwerken',
  'Apotheek',
  'Kapsalon',
];
const places = ['De Linde', 'Zonnehof', 'Ter Beke', 'Het Anker', 'Molenveld'];
const families = ['Wouters', 'Dierckx', 'Lambrechts', 'Okafor', 'Haddadi', 'Verlinden', 'Nowicki', 'Servais'];
const givens = ['Lore', 'Bilal', 'Femke', 'Tibo', 'Amina', 'Joris', 'Karolina', 'Noor', 'Simon'];

/** Born that many days after the first of the year; two digits of the year, then a counter that nobody has. */
function numberOfPerson(year: number, day: number): string {
  const born = new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(2, 10).replaceAll('-', '');
  const stem = `${born}990`;
  const base = year < 2000 ? Number(stem) : Number(`2${stem}`);
  return stem + String(97 - (base % 97)).padStart(2, '0');
}

function numberOfFirm(at: number): string {
  const stem = String(9_999_000 + at).padStart(8, '0');
  return stem + String(97 - (Number(stem) % 97)).padStart(2, '0');
}

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const personOf = (insz: string, at: number): Person => ({
  insz,
  family: pick(families, at * 3 + Math.floor(at / 7)),
  given: pick(givens, at * 5 + 1),
});

function rowsOf(at: number, mistake: Mistake, workers: Client['workers'], former: string): Cell[][] {
  const [first, second, young] = workers;
  const row = (insz: Cell, title: Cell, start: Cell, end: Cell, duration: string): Cell[] => [
    ...[insz, title, { text: 'formeel' }, { text: 'gevolgd' }, start, end],
    ...[{ text: duration }, { text: 'ja' }],
  ];
  const day = (text: string): Cell => ({ text });
  const rows = [
    row(
      { text: first.insz },
      mistake === 'formula'
        ? { formula: 'CONCATENATE("Heftruck, ","herhaling")', shown: 'Heftruck, herhaling' }
        : { text: 'Veilig tillen' },
      day(mistake === 'lastCentury' ? '03/02/1925' : '03/02/2025'),
      day(mistake === 'endsBefore' ? '01/02/2025' : '03/02/2025'),
      mistake === 'sixtyMinutes' ? '0:60' : '3:48',
    ),
    row(
      { text: mistake === 'formerNumber' ? former : second.insz },
      { text: 'Omgaan met klanten' },
      // A day that the spreadsheet keeps as a count of days.
      { day: '2025-02-12' },
      { day: '2025-02-12' },
      '7:36',
    ),
    row(
      mistake === 'lostZero' ? { number: Number(young.insz) } : { text: young.insz },
      { text: 'Eerste hulp' },
      day('18/02/2025'),
      day('19/02/2025'),
      '12:00',
    ),
  ];
  if (mistake === 'twice') rows.push(rows[0] ?? []);
  if (mistake === 'stranger')
    rows.push(
      row(
        { text: numberOfPerson(1968, at) },
        { text: 'Brandveiligheid' },
        day('20/02/2025'),
        day('20/02/2025'),
        '2:00',
      ),
    );
  return rows;
}

/** The same day each time. */
export const clients: Client[] = Array.from({ length: trades.length * places.length }, (_, at) => {
  const name = `${pick(trades, at)} ${pick(places, Math.floor(at / trades.length))}`;
  const mistake = mistakes[at % mistakes.length] ?? 'twice';
  const workers: Client['workers'] = [
    personOf(numberOfPerson(1975, at), at * 3),
    personOf(numberOfPerson(1983, at), at * 3 + 1),
    personOf(numberOfPerson(2003, at), at * 3 + 2),
  ];
  const former = numberOfPerson(1984, at);
  return {
    ...{ number: numberOfFirm(at + 1), name, mistake, workers, former },
    file: at % 10 === 9 ? `februari ${at + 1}.xlsx` : `opleidingen ${name}.xlsx`,
    rows: rowsOf(at, mistake, workers, former),
  };
});

/** Its mandate ended: the service refuses everything. */
export const withoutMandate = 38;
/** The service knows nothing of its second worker. */
export const withUnknownWorker = 36;
/** Somebody filed a training of its first worker in the web application. */
export const withFiledElsewhere = 0;

type World = { employers: object[]; workers: object[]; mandates: object[] };

/** What the practice services know: employers, who works there, and who may act for whom. */
export const world: World = {
  employers: clients.map(({ number, name }) => ({ enterpriseNumber: number, name })),
  workers: clients.flatMap(({ number, workers }, at) =>
    workers
      .filter((_, which) => !(at === withUnknownWorker && which === 1))
      .map(({ insz, family, given }) => ({
        ...{ enterpriseNumber: number, insz, givenName: given, familyName: family },
        startDate: '2020-01-01',
      })),
  ),
  mandates: clients.map(({ number }, at) => ({
    ...{ mandator: number, mandatary: secretariat.number },
    ...(at === withoutMandate ? { endQuarter: '2024Q4' } : {}),
  })),
};

/** For the web application, as somebody at the client typed it there. */
export const filedElsewhere = {
  enterpriseNumber: clients[withFiledElsewhere]?.number ?? '',
  insz: clients[withFiledElsewhere]?.workers[0].insz ?? '',
  year: 2025,
  channel: 'webApplication',
  training: {
    ...{
      externalReference: 'WEB-2025-1',
      title: 'Onthaal nieuwe collega',
      type: 'informal',
      status: 'completed',
    },
    ...{ startDate: '2025-01-20', endDate: '2025-01-20', countsForTrainingRight: true },
    duration: { hours: 2, minutes: 0 },
  },
};

/** What must not be found anywhere at rest. */
export const numbersOfPeople = clients.flatMap(({ workers }) => workers.map(({ insz }) => insz));
