// The calls `renewal.*`.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { setInPractice } from './certificate-in-practice.ts';
import { certificateLife } from './certificate-life.ts';
import { makeSuccessor } from './make-successor.ts';
import {
  letGo,
  noteInChaman,
  stageCertificate,
  switchCertificate,
  unstageCertificate,
} from './renew-certificate.ts';
import { saveCalendar } from './save-calendar.ts';
import { showRenewal } from './show-renewal.ts';
import { testCertificate } from './test-certificate.ts';

export function renewalHandlers(session: Session): HandlersOf<'renewal'> {
  return {
    'renewal.life': async () => ok(await certificateLife(session)),
    'renewal.show': ({ accountId }) => showRenewal(session, accountId),
    'renewal.stage': (pair) => stageCertificate(session, pair),
    'renewal.generate': (input) => makeSuccessor(session, input),
    'renewal.unstage': ({ accountId }) => unstageCertificate(session, accountId),
    'renewal.noteInChaman': ({ held, ...pair }) => noteInChaman(session, pair, held),
    'renewal.setInPractice': ({ held, ...pair }) => setInPractice(session, pair, held),
    'renewal.test': (pair) => testCertificate(session, pair),
    'renewal.switch': (input) => switchCertificate(session, input),
    'renewal.letGo': ({ accountId, certificateId }) => letGo(session, { accountId, certificateId }),
    'renewal.saveCalendar': ({ language }, { windowId }) => saveCalendar(session, windowId, language),
  };
}
