// The training account, completeness, certificates that end and pasted trainings, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as accountPages } from '../fixtures/training-account.ts';
import { pages as pastePages } from '../fixtures/training-paste.ts';

testEveryLook([...accountPages, ...pastePages]);
