// Training and workers, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as trainingPages } from '../fixtures/training.ts';
import { pages as workersPages } from '../fixtures/workers.ts';

testEveryLook([...trainingPages, ...workersPages]);
