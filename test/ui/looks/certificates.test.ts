// Certificates, their life and renewal, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as certificateFilesPages } from '../fixtures/certificate-files.ts';
import { pages as certificateLifePages } from '../fixtures/certificate-life.ts';

testEveryLook([...certificateFilesPages, ...certificateLifePages]);
