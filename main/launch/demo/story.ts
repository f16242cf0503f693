// What the demonstration tells: an employer, its people, and trainings of which one is fine, one draws a remark and one is
// refused by the service for a reason that no form can know.

export const employer = { name: 'Schoonmaak De Berk', number: '0999.999.130' };

/** The last one was never declared in Dimona for this employer. */
export const workers = [
  { insz: '01.02.03-996.45', name: 'Bensoltane', given: 'Rania', start: '01/09/2022', part: '80%' },
  { insz: '01.01.01-996.69', name: 'Aardewijn', given: 'Fien', start: '01/03/2021', part: '100%' },
  { insz: '90.23.15-997.22', name: 'Dobrowicz', given: 'Marek', start: '06/01/2020', part: '100%' },
  { insz: '78.03.10-997.71', name: 'Hazelaar', given: 'Bram', start: '03/02/2020', part: '100%' },
];

const rania = workers[0]?.insz ?? '';
const fien = workers[1]?.insz ?? '';
const marek = workers[2]?.insz ?? '';
const bram = workers[3]?.insz ?? '';

/** Dutch headings, days first, hours with a colon: as an office keeps it. */
export const trainingsFile = [
  'INSZ;Opleiding;Soort;Status;Begindatum;Einddatum;Duur;Opleidingsrecht;Attest;Attest geldig tot',
  `${rania};Ergonomie bij het tillen;formeel;gevolgd;04/02/2025;04/02/2025;3:48;ja;nee;`,
  `${rania};Veilig werken met biociden;formeel;gevolgd;18/02/2025;18/02/2025;7:36;ja;ja;18/02/2030`,
  `${fien};Ergonomie bij het tillen;formeel;gevolgd;04/02/2025;04/02/2025;3:48;ja;nee;`,
  `${marek};Hoogwerker, basis;formeel;gevolgd;20/02/2025;21/02/2025;15:12;ja;ja;20/02/2025`,
  `${bram};Nederlands op de werkvloer;informeel;gevolgd;11/02/2025;11/02/2025;7:36;ja;nee;`,
  '',
].join('\r\n');

/** What must not be found anywhere at rest: as written, and as stored. */
export const personalNumbers = workers.flatMap(({ insz }) => [insz, insz.replace(/\D/g, '')]);
