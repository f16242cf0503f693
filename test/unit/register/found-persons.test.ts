// Ctrl+K finds who stands in the register alone, by how a name begins and by any number, and never a worker twice.
import { expect, test } from 'vitest';
import { findAnywhere } from '../../../main/application/app-store.ts';
import { maskInsz } from '../../../preload/rules/identifiers/insz.ts';
import { insert, must, number, open, otherEmployer, person, registerBench } from './register-bench.ts';

registerBench();

test('a person of the register is found by the beginning of the names in either order and by a number, once', async () => {
  const { session, workerIds } = open();
  const insz = number(4);
  const id = person(insz, 'De Smedt', 'Jan Karel');
  person(number(5), 'De Smedt', 'Onbekend');
  await must(insert({ insz, identity: null }));
  await must(insert({ insz, identity: null, employerId: otherEmployer() }));
  const found = (text: string) => findAnywhere(session.db, text, 20);
  const one = {
    kind: 'person',
    id,
    title: 'De Smedt Jan Karel',
    subtitle: maskInsz(insz),
    path: `/register/${id}`,
  };
  for (const text of [
    'de smedt',
    'DE SMEDT',
    'De Sm',
    'de smedt jan',
    'Jan De Smedt',
    insz,
    insz.slice(0, 9),
  ])
    expect(found(text)).toEqual([one]);
  for (const text of ['smedt', 'de smedt piet', 'De Smedt%', '%']) expect(found(text)).toEqual([]);
  // A worker who stands in the register as well is found as a worker.
  expect(found('rania')).toMatchObject([{ kind: 'worker', id: workerIds.rania }]);
});
