// The README shows the graph of states that the stores obey, not one that was true once.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderStates } from '../../../preload/rules/outbox/states.ts';

it('shows in the README the graph that the stores obey', () => {
  const readme = readFileSync('README.md', 'utf8');
  const shown = /<!-- states -->\n([\s\S]*?)\n<!-- \/states -->/.exec(readme)?.[1];
  expect(shown?.trim()).toBe(renderStates());
});
