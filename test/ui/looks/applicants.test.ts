// The Applicants room in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as batchPages } from '../fixtures/applicant-batch.ts';
import { pages as askPages } from '../fixtures/applicants-ask.ts';
import { pages } from '../fixtures/applicants-board.ts';

testEveryLook([...pages, ...askPages, ...batchPages]);
