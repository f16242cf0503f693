// Lays what the practice world opens with, all of it or the parts that a file of an earlier day lacks.
import { seedSamplePersons } from '../cbss/sample-persons.ts';
import type { PracticeClock } from '../clock.ts';
import type { AccessStore } from '../store/access-store.ts';
import type { CbssAccessStore } from '../store/cbss-access-store.ts';
import type { CbssPersonStore } from '../store/cbss-person-store.ts';
import type { CitizenFactsStore } from '../store/citizen-facts-store.ts';
import type { MandateStore } from '../store/mandate-store.ts';
import type { SettingStore } from '../store/setting-store.ts';
import type { TrainingStore } from '../store/training-store.ts';
import type { WorksStore } from '../store/works-store.ts';
import type { WorldStore } from '../store/world-store.ts';
import { seedSampleApplicants } from './sample-applicants.ts';
import { seedSamplePeople } from './sample-people.ts';
import { seedSampleWorks } from './sample-works.ts';
import { seedSampleWorld } from './sample-world.ts';

export interface SeedParts {
  readonly settings: SettingStore;
  readonly clock: PracticeClock;
  readonly world: WorldStore;
  readonly access: AccessStore;
  readonly mandates: MandateStore;
  readonly trainings: TrainingStore;
  readonly works: WorksStore;
  readonly facts: CitizenFactsStore;
  readonly persons: CbssPersonStore;
  readonly cbssAccess: CbssAccessStore;
}

export interface WorldSeeds {
  /** Into empty stores. */
  seed(): void;
  /** A file of an earlier day knows its employers but nobody who may log in, no declarations of works, no applicants, or no persons of the registers. */
  complete(): void;
}

export const createWorldSeeds = (parts: SeedParts): WorldSeeds => {
  const { settings, world } = parts;
  // Each by the name of the setting that says that it was laid.
  const layers: Readonly<Record<string, () => void>> = {
    people: () => seedSamplePeople(parts.access),
    works: () => seedSampleWorks(parts.works, parts.clock.wallNow()),
    applicants: () => seedSampleApplicants(world, parts.facts),
    registers: () => seedSamplePersons(parts.persons, parts.cbssAccess),
  };
  const layMissing = (): void => {
    for (const [name, lay] of Object.entries(layers)) {
      if (settings.get(name) !== undefined) continue;
      world.together(lay);
      settings.set(name, 'yes');
    }
  };
  const seed = (): void => {
    seedSampleWorld(world, parts.mandates, parts.trainings);
    settings.set('seeded', 'yes');
    layMissing();
  };
  return {
    seed,
    complete: () => {
      if (settings.get('seeded') === undefined) seed();
      else layMissing();
    },
  };
};
