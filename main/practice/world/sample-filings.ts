// What others filed in the practice world before anybody came with an interface: by hand in the web application, and by a
// training provider. A set that is replaced unread loses these; a rescue must find them.
import { randomUUID } from 'node:crypto';
import { stableJson, type Training } from '../fla/training.ts';
import type { TrainingStore } from '../store/training-store.ts';
import { DE_BERK } from './sample-people.ts';

type Filing = { insz: string; year: number; channel: string; filedOn: string; training: SampleTraining };
type SampleTraining = Training & { readonly title: string; readonly type: 'formal' | 'informal' };

const oneDay = (
  externalReference: string,
  title: string,
  day: string,
  [hours, minutes]: readonly [number, number],
  more: Partial<SampleTraining> = {},
): SampleTraining => ({
  externalReference,
  title,
  type: 'formal',
  status: 'completed',
  startDate: day,
  endDate: day,
  duration: { hours, minutes },
  countsForTrainingRight: true,
  ...more,
});

const FILINGS: readonly Filing[] = [
  {
    insz: '01020399645',
    year: 2025,
    channel: 'webApplication',
    filedOn: '2025-01-20',
    training: oneDay('WEB-2025-000183', 'EHBO, opfrissing', '2025-06-03', [3, 48], { status: 'reserved' }),
  },
  {
    insz: '01010199768',
    year: 2024,
    channel: 'webApplication',
    filedOn: '2024-11-12',
    training: oneDay('WEB-2024-004410', 'Veilig werken op hoogte', '2024-10-08', [7, 36]),
  },
  {
    insz: '01010199669',
    year: 2023,
    channel: 'webApplication',
    filedOn: '2024-05-30',
    training: oneDay('WEB-2024-000977', 'Onthaal van nieuwe collega’s', '2023-09-14', [2, 0], {
      type: 'informal',
    }),
  },
  {
    insz: '90431599864',
    year: 2024,
    channel: 'trainingProvider',
    filedOn: '2024-12-02',
    training: oneDay('OV-2024-31', 'Schoonmaakmachines', '2024-11-21', [7, 36], {
      certificate: { obtained: true, validUntil: '2029-11-20' },
    }),
  },
];

/** Within the transaction that makes the world. */
export const seedSampleFilings = (trainings: TrainingStore): void => {
  for (const { insz, year, channel, filedOn, training } of FILINGS)
    trainings.save(
      { enterpriseNumber: DE_BERK, insz, year },
      {
        id: randomUUID(),
        externalReference: training.externalReference,
        body: stableJson(training),
        channel,
        filedOn,
      },
    );
};
