// The person register, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages } from '../fixtures/register.ts';
import { pages as feedPages } from '../fixtures/register-feed.ts';

testEveryLook([...pages, ...feedPages]);
