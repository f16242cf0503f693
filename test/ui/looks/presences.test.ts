// The Presences room in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/presences.ts';

testEveryLook(pages);
