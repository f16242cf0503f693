// The fictitious people: possible numbers, one each, and a sample world in which every role is played.
import { expect, it } from 'vitest';
import { entityManagers, hasChaman, mainManagers } from '../../../main/practice/portal/who-may.ts';
import { createAccessStore } from '../../../main/practice/store/access-store.ts';
import { openPracticeFile } from '../../../main/practice/store/file-store.ts';
import { createWorldStore } from '../../../main/practice/store/world-store.ts';
import { inszIsValid } from '../../../main/practice/world/check-digits.ts';
import { HET_PARK, KLAVER, seedSamplePeople } from '../../../main/practice/world/sample-people.ts';

const database = openPracticeFile(':memory:', undefined);
const access = createAccessStore(database);
const parts = { access, world: createWorldStore(database) };
seedSamplePeople(access);
const people = access.persons();

it('have possible numbers from the rows that are not given out, each their own', () => {
  expect(people.length).toBeGreaterThan(15);
  expect(people.filter(({ insz }) => !inszIsValid(insz, '2025-03-01'))).toEqual([]);
  expect(people.filter(({ insz }) => !/^\d{6}99\d{3}$/.test(insz))).toEqual([]);
  expect(new Set(people.map(({ insz }) => insz)).size).toBe(people.length);
});

it('play every role, and some none', () => {
  const roles = people.flatMap(({ insz }) => access.rolesOf(insz));
  expect(new Set(roles.map(({ kind }) => kind)).size).toBe(5);
  const users = roles.filter(({ kind }) => kind === 'user');
  expect(new Set(users.map(({ technicalChannels }) => technicalChannels))).toEqual(new Set([true, false]));
  expect(people.filter(({ insz }) => access.rolesOf(insz).length === 0).length).toBeGreaterThanOrEqual(5);
});

it('manage what was given to their enterprise, and nothing of it is managed by others', () => {
  expect(mainManagers(parts, HET_PARK)).toEqual(mainManagers(parts, KLAVER));
  expect(entityManagers(parts, HET_PARK)).toHaveLength(1);
});

it('see Chaman by their role alone or by a grant, and the app itself always', () => {
  const seeing = people.filter((person) => hasChaman(parts, person, '0999999130', 'employer'));
  expect(seeing.map(({ givenName }) => givenName).sort()).toEqual(['Hilde', 'Nadia', 'Sanne', 'Wout']);
  expect(hasChaman(parts, 'program', '0999999130', 'employer')).toBe(true);
});
