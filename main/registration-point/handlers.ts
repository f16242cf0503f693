// The calls `point.*`.
import { fail, ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';

export function registrationPointHandlers(session: Session): HandlersOf<'point'> {
  const none = () => fail('stateNotAllowed');
  return {
    'point.state': () =>
      ok({
        on: false,
        site: null,
        channels: [],
        languages: [],
        sound: true,
        phone: null,
        connection: { state: 'unknown', since: null, code: null },
        clock: { difference: null, off: false },
        now: session.clock.now().toISOString(),
      }),
    'point.start': () => fail('notSupportedHere'),
    'point.check': none,
    'point.register': none,
    'point.enrol': none,
    'point.leave': none,
    'point.stop': none,
    'point.feed': () => fail('notSupportedHere'),
  };
}
