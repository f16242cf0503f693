// The published graph of states: complete, without dead states that are not meant to be, and as the tables allow them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outboxStateSchema } from '../../../preload/contract/outbox.ts';
import { recordStateSchema } from '../../../preload/contract/training.ts';
import {
  itemMayGo,
  itemTransitions,
  recordMayGo,
  recordTransitions,
} from '../../../preload/rules/outbox/states.ts';

const migration = readFileSync('resources/migrations/0002-trainings-and-outbox.sql', 'utf8');

describe('the graph of states', () => {
  it('has the states of the contract and of the tables, and no others', () => {
    expect(Object.keys(itemTransitions).toSorted()).toEqual([...outboxStateSchema.options].toSorted());
    expect(Object.keys(recordTransitions).toSorted()).toEqual([...recordStateSchema.options].toSorted());
    for (const state of [...outboxStateSchema.options, ...recordStateSchema.options])
      expect(migration).toContain(`'${state}'`);
  });

  it('leads only to states that exist', () => {
    for (const targets of [...Object.values(itemTransitions), ...Object.values(recordTransitions)])
      for (const to of Object.keys(targets)) expect(Object.keys(recordTransitions)).toContain(to);
  });

  it('never takes an accepted item back to the queue', () => {
    expect(itemMayGo('accepted', 'ready')).toBe(false);
    expect(itemMayGo('accepted', 'superseded')).toBe(true);
    expect(recordMayGo('accepted', 'ready')).toBe(false);
    expect(recordMayGo('draft', 'sending')).toBe(false);
    expect(itemMayGo('ready', 'accepted')).toBe(false);
  });
});
