// Names as long as the schema of the feed takes them are shown whole, and kept as a clerk could have typed them.
import { expect, it } from 'vitest';
import { showPerson } from '../../../../main/register/show-person.ts';
import { registerCalls } from '../../../../preload/contract/register.ts';
import { registerFeedCalls } from '../../../../preload/contract/register-feed.ts';
import { namesAsKept } from '../../../../preload/rules/register/compare-identity.ts';
import { workers } from '../../../support/seed-profile.ts';
import { unwrap } from '../../platform/scratch.ts';
import { call, openFeed, setLine } from './feed-bench.ts';

it('keeps the first of the given names, and no more of a name than its field holds', () => {
  const said = { lastName: 'V'.repeat(128), givenNames: 'Ana, Sofie Maria' };
  expect(namesAsKept(said)).toEqual({ familyName: 'V'.repeat(120), givenName: 'Ana' });
});

it('shows whoever has ten long given names', async () => {
  const bench = openFeed({ businessDate: () => '2025-03-01' });
  const personId = setLine(bench, 'rania');
  const person = { lastName: 'V'.repeat(128), givenNames: Array.from({ length: 10 }, () => 'N'.repeat(128)) };
  const taken = await bench.bring([{ type: 'NAME', insz: workers.rania, person }]);
  expect(taken.counts).toMatchObject({ changed: 1, tasks: 1 });
  const shown = () =>
    registerCalls['register.person'].output.parse(unwrap(showPerson(bench.session.db, personId)));
  expect(shown().identity?.givenNames).toHaveLength(1_289);
  const listed = unwrap(await bench.feed['registerFeed.tasks']({ open: true, page: 1, pageSize: 10 }, call));
  const [task] = registerFeedCalls['registerFeed.tasks'].output.parse(listed).rows;
  const tasks = [{ id: task?.id ?? '', expectedRevision: task?.revision ?? 0 }];
  unwrap(await bench.feed['registerFeed.settle']({ tasks, how: 'takeOver' }, call));
  expect(shown()).toMatchObject({ familyName: 'V'.repeat(120), givenName: 'N'.repeat(120) });
  await bench.close();
});
