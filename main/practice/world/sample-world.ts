// The fictitious employers, workers, employments and mandates that practice opens with. Every number passes its
// check digits and lies in a range that is not given out; every name is made up.
import type { MandateStore, ServiceGroup } from '../store/mandate-store.ts';
import type { TrainingStore } from '../store/training-store.ts';
import type { Employer, WorldStore } from '../store/world-store.ts';
import { seedSampleFilings } from './sample-filings.ts';
import { DE_BERK, HET_PARK, KLAVER, WILGENHOF, ZILVERHOF } from './sample-people.ts';

const employer = (enterpriseNumber: string, name: string, fte: number, ...more: string[]): Employer => ({
  enterpriseNumber,
  name,
  qualities: ['employer', ...more],
  fte,
  weeklyHours: 38,
});

const EMPLOYERS: readonly Employer[] = [
  employer(DE_BERK, 'Schoonmaak De Berk', 24),
  employer(HET_PARK, 'Zalen Het Park', 21),
  employer(KLAVER, 'Sociaal secretariaat Klaver', 35, 'socialSecretariat', 'serviceProvider'),
  employer(ZILVERHOF, 'Hotel Zilverhof', 14),
  employer(WILGENHOF, 'Loodgieterij Wilgenhof', 8, 'trainingProvider'),
];

// insz, given name, family name, employer, first day, last day, share of full time
type Row = readonly [string, string, string, string, string, string | null, number];

const WORKERS: readonly Row[] = [
  ['01010199669', 'Fien', 'Aardewijn', DE_BERK, '2021-03-01', null, 1],
  ['01020399645', 'Rania', 'Bensoltane', DE_BERK, '2022-09-01', null, 0.8],
  ['90231599722', 'Marek', 'Dobrowicz', DE_BERK, '2020-01-06', null, 1],
  ['90431599864', 'Oksana', 'Hrynko', DE_BERK, '2022-05-02', null, 1],
  ['90231599821', 'Ilse', 'Kraaiveld', DE_BERK, '2019-11-04', null, 1],
  ['01010199768', 'Tuur', 'Lindekens', DE_BERK, '2023-02-01', null, 1],
  ['90431599765', 'Jef', 'Molenschot', DE_BERK, '2018-06-01', null, 1],
  ['04452099792', 'Milan', 'Torenbeek', DE_BERK, '2024-10-01', null, 0.5],
  ['01020399744', 'Daan', 'Zoutleeuwen', DE_BERK, '2023-08-16', null, 1],
  ['85061599492', 'Lieve', 'Vogelzang', HET_PARK, '2019-04-01', '2023-12-31', 1],
  ['78031099771', 'Bram', 'Hazelaar', HET_PARK, '2020-02-03', null, 1],
  ['92082299542', 'Nora', 'Wevelgans', ZILVERHOF, '2021-07-01', null, 0.75],
];

const OLD_NUMBER_OF_JEF = '90231599524';
const CANCELLED_NUMBER = '90231599623';

// mandator, first quarter, last quarter, services: all given to the social secretariat
const MANDATES: readonly (readonly [string, string, string | null, ServiceGroup])[] = [
  [DE_BERK, '2024Q2', null, 'fla'],
  [ZILVERHOF, '2024Q2', '2024Q4', 'fla'],
  [ZILVERHOF, '2024Q2', null, 'citizenData'],
];

const seedMandates = (mandates: MandateStore): void => {
  for (const [mandator, startQuarter, endQuarter, serviceGroup] of MANDATES) {
    mandates.save({
      id: `${mandator}-${KLAVER}${serviceGroup === 'fla' ? '' : `-${serviceGroup}`}`,
      mandator,
      mandatary: KLAVER,
      serviceGroup,
      startQuarter,
      endQuarter,
      state: 'active',
      mandatorAgreed: true,
      mandataryAgreed: true,
      sameGroup: false,
    });
  }
};

/** Writes the sample world into empty stores, as one transaction. */
export const seedSampleWorld = (
  world: WorldStore,
  mandates: MandateStore,
  trainings: TrainingStore,
): void => {
  world.together(() => {
    for (const one of EMPLOYERS) world.saveEmployer(one);
    for (const [insz, givenName, familyName, enterpriseNumber, startDate, endDate, fraction] of WORKERS) {
      world.saveWorker({ insz, givenName, familyName, state: 'active', replacedBy: null });
      world.saveEmployment({ enterpriseNumber, insz, startDate, endDate, fraction });
    }
    const jef = { givenName: 'Jef', familyName: 'Molenschot' };
    world.saveWorker({ insz: OLD_NUMBER_OF_JEF, ...jef, state: 'replaced', replacedBy: '90431599765' });
    const nobody = { givenName: 'Ward', familyName: 'Nevelsteen' };
    world.saveWorker({ insz: CANCELLED_NUMBER, ...nobody, state: 'cancelled', replacedBy: null });
    seedMandates(mandates);
    seedSampleFilings(trainings);
  });
};
