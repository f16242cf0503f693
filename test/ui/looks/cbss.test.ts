// The connection to the Crossroads Bank in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/cbss.ts';

testEveryLook(pages);
