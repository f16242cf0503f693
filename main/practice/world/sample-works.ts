// The fictitious declarations of works that practice opens with. Presences are registered at the real moment, so their
// dates are counted from the day on which the file was made.
import type { WorksDeclaration, WorksStore } from '../store/works-store.ts';
import { DE_BERK, WILGENHOF } from './sample-people.ts';

const DAY = 86_400_000;

const dayFrom = (now: number, days: number): string => new Date(now + days * DAY).toISOString().slice(0, 10);

interface Row {
  readonly reference: string;
  readonly start: number;
  readonly end: number;
  readonly address: WorksDeclaration['address'];
  readonly coordinates: readonly [longitude: number, latitude: number];
  readonly subcontractor?: readonly [enterpriseNumber: string, start: number, end: number | null];
  readonly obligedToRegister?: false;
}

const address = (postCode: string, municipalityName: string, streetName: string, houseNumber: string) => ({
  postCode,
  municipalityName,
  streetName,
  houseNumber,
});

const ROWS: readonly Row[] = [
  {
    reference: '1Y100PARK0001',
    start: -60,
    end: 200,
    address: address('2018', 'Antwerpen', 'Voorbeeldlaan', '12'),
    coordinates: [4.4093, 51.2085],
    subcontractor: [WILGENHOF, -30, null],
  },
  {
    reference: '1Y100STAT0002',
    start: -300,
    end: 9,
    address: address('9000', 'Gent', 'Voorbeeldplein', '1'),
    coordinates: [3.7105, 51.0357],
    subcontractor: [WILGENHOF, -200, -100],
  },
  {
    reference: '1Y100SCHL0003',
    start: -200,
    end: -12,
    address: address('3000', 'Leuven', 'Voorbeeldstraat', '45'),
    coordinates: [4.7005, 50.8796],
  },
  {
    reference: '1Y100HTEL0004',
    start: -20,
    end: 100,
    address: address('1000', 'Brussel', 'Voorbeeldkaai', '3'),
    coordinates: [4.3517, 50.8503],
    obligedToRegister: false,
  },
];

/** Writes the sample declarations; `now` in milliseconds since the epoch. */
export const seedSampleWorks = (works: WorksStore, now: number): void => {
  for (const row of ROWS) {
    const [enterpriseNumber, start, end] = row.subcontractor ?? [];
    works.save({
      reference: row.reference,
      declarant: DE_BERK,
      startDate: dayFrom(now, row.start),
      endDate: dayFrom(now, row.end),
      address: row.address,
      coordinates: { longitude: row.coordinates[0], latitude: row.coordinates[1] },
      subcontractors:
        enterpriseNumber === undefined || start === undefined
          ? []
          : [
              {
                enterpriseNumber,
                startDate: dayFrom(now, start),
                endDate: end === null || end === undefined ? null : dayFrom(now, end),
              },
            ],
      obligedToRegister: row.obligedToRegister ?? true,
    });
  }
};
