// The training account, completeness and certificates that end, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/training-account.ts';

testEveryLook(pages);
