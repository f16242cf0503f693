// The registration point in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/registration-point.ts';

testEveryLook(pages);
