// Events: joined per name, at most ten a second, ids and revision only.
import { describe, expect, it } from 'vitest';
import { createEventHub } from '../../../main/ipc/events.ts';
import { changedSchema, event } from '../../../preload/contract/call.ts';

function hub() {
  const timers: (() => void)[] = [];
  const sent: { name: string; payload: { ids: string[]; revision: number } }[] = [];
  const refused: string[] = [];
  const events = createEventHub({
    events: { 'a.changed': event(changedSchema), 'b.changed': event(changedSchema) },
    schedule: (_, act) => {
      timers.push(act);
      return () => timers.splice(timers.indexOf(act), 1);
    },
    refused: (name) => refused.push(name),
  });
  const stop = events.subscribe((json) => sent.push(JSON.parse(json)));
  return { events, sent, refused, stop, timers, tick: () => timers.splice(0).forEach((act) => void act()) };
}

describe('event hub', () => {
  it('sends the first change at once and joins what follows within the interval', () => {
    const { events, sent, tick } = hub();
    for (let n = 1; n <= 50; n += 1) events.emit('a.changed', { ids: [`id-${n % 3}`], revision: n });
    expect(sent).toHaveLength(1);
    tick();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.payload).toEqual({ ids: ['id-2', 'id-0', 'id-1'], revision: 50 });
  });

  it('keeps names apart', () => {
    const { events, sent } = hub();
    events.emit('a.changed', { ids: ['1'], revision: 1 });
    events.emit('b.changed', { ids: ['1'], revision: 1 });
    expect(sent.map((entry) => entry.name)).toEqual(['a.changed', 'b.changed']);
  });

  it('says "many" instead of more than five hundred ids', () => {
    const { events, sent, tick } = hub();
    for (let n = 0; n <= 502; n += 1) events.emit('a.changed', { ids: [`id-${n}`], revision: n });
    tick();
    expect(sent[1]?.payload).toEqual({ ids: [], revision: 502 });
  });

  it('keeps "many" when single ids follow', () => {
    const { events, sent, tick } = hub();
    events.emit('a.changed', { ids: ['1'], revision: 1 });
    events.emit('a.changed', { ids: [], revision: 2 });
    events.emit('a.changed', { ids: ['3'], revision: 3 });
    tick();
    expect(sent[1]?.payload).toEqual({ ids: [], revision: 3 });
  });

  it('falls silent when nothing follows, and starts at once afterwards', () => {
    const { events, sent, tick, timers } = hub();
    events.emit('a.changed', { ids: ['1'], revision: 1 });
    tick();
    expect(sent).toHaveLength(1);
    expect(timers).toHaveLength(0);
    events.emit('a.changed', { ids: ['2'], revision: 2 });
    expect(sent).toHaveLength(2);
  });

  it('sends nothing that the contract does not know', () => {
    const { events, sent, refused } = hub();
    events.emit('c.changed', { ids: [], revision: 1 });
    events.emit('a.changed', { ids: [], revision: 1, insz: 'x' });
    expect(sent).toHaveLength(0);
    expect(refused).toEqual(['c.changed', 'a.changed']);
  });

  it('sends nothing after a window let go or the app closed', () => {
    const { events, sent, stop, timers } = hub();
    stop();
    events.emit('a.changed', { ids: ['1'], revision: 1 });
    events.close();
    expect(sent).toHaveLength(0);
    expect(timers).toHaveLength(0);
  });
});
