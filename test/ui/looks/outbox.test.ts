// Outbox and history, in every look.
import { testEveryLook } from '../../support/page-every-look.ts';
import { pages as historyPages } from '../fixtures/history.ts';
import { pages as outboxPages } from '../fixtures/outbox.ts';

testEveryLook([...outboxPages, ...historyPages]);
