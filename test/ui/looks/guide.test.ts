// Guides and Today, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as guidePages } from '../fixtures/guide.ts';
import { pages as todayPages } from '../fixtures/today.ts';

testEveryLook([...guidePages, ...todayPages]);
