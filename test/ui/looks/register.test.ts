// The person register, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/register.ts';

testEveryLook(pages);
