// Training and workers, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as intakePages } from '../fixtures/intake.ts';
import { pages as trainingPages } from '../fixtures/training.ts';
import { pages as trainingImportPages } from '../fixtures/training-import.ts';
import { pages as trainingListsPages } from '../fixtures/training-lists.ts';
import { pages as providerPages } from '../fixtures/training-provider.ts';
import { pages as workersPages } from '../fixtures/workers.ts';

testEveryLook([
  ...trainingPages,
  ...trainingImportPages,
  ...trainingListsPages,
  ...intakePages,
  ...providerPages,
  ...workersPages,
]);
