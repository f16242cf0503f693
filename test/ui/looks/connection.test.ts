// Connection, the doctor and the settings, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as connectionPages } from '../fixtures/connection.ts';
import { pages as doctorPages } from '../fixtures/doctor.ts';
import { pages as settingsPages } from '../fixtures/settings.ts';

testEveryLook([...connectionPages, ...doctorPages, ...settingsPages]);
