// Employers, their import and their routes, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as employerImportPages } from '../fixtures/employer-import.ts';
import { pages as employersPages } from '../fixtures/employers.ts';
import { pages as routePages } from '../fixtures/route-pages.ts';

testEveryLook([...employersPages, ...employerImportPages, ...routePages]);
