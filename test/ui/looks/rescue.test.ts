// The rescue of what stands at the service, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/rescue.ts';

testEveryLook(pages);
