// The Presences room in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as planningPages } from '../fixtures/planning.ts';
import { pages as posterPages } from '../fixtures/posters.ts';
import { pages } from '../fixtures/presences.ts';

testEveryLook([...pages, ...planningPages, ...posterPages]);
