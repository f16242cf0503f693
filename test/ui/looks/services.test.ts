// The calendar of services, deadlines and sending to a closed service, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/services.ts';

testEveryLook(pages);
