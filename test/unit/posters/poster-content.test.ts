// What a poster's code may hold: the address that was kept, byte for byte, and never one that is made up.
import { expect, it } from 'vitest';
import { posterContent } from '../../../main/posters/poster-content.ts';
import type { WorksRow } from '../../../main/presences/works-store.ts';

const row: WorksRow = {
  id: 'w',
  employer_id: 'e',
  employer_name: 'De Berk',
  reference: '9ZX4K7R2M5T8W',
  name: 'Havenlaan 86',
  street: 'Havenlaan',
  house_number: '86C',
  post_code: '1000',
  municipality: 'Brussel',
  latitude: null,
  longitude: null,
  start_date: null,
  end_date: '2027-03-31',
  url: null,
  contact: '',
  revision: 1,
};
const kept = 'https://CheckInOut.example/a//b/?q=%7e&w=9zx4-K7R2-M5T8-W#x';
const practice = {
  kind: 'practice',
  practice: {
    adminUrl: '',
    adminToken: '',
    chamanUrl: '',
    workerUrl: 'http://127.0.0.1:4000/registration?workplace=',
  },
} as const;

it.each(['simulation', 'acceptance', 'production'] as const)(
  'in %s it is the address as it was kept',
  (kind) => {
    const environment = { kind, practice: null };
    expect(posterContent(environment, { ...row, url: kept }, '')).toMatchObject({
      code: kept,
      codeKind: 'official',
    });
  },
);

it.each(['simulation', 'acceptance', 'production'] as const)('in %s a number alone gives no code', (kind) => {
  expect(posterContent({ kind, practice: null }, row, '')).toMatchObject({ code: null, codeKind: 'none' });
});

it('in practice it is the page of this run, whatever was kept', () => {
  const code = `${practice.practice.workerUrl}9ZX4K7R2M5T8W`;
  expect(posterContent(practice, row, '')).toMatchObject({ code, codeKind: 'practice' });
  expect(posterContent(practice, { ...row, url: kept }, '')).toMatchObject({ code });
  expect(posterContent({ ...practice, practice: null }, { ...row, url: kept }, '').code).toBeNull();
});

it('names whom the declaration names, and else whom the employer names', () => {
  expect(posterContent(practice, row, '0470 12 34 56').call).toBe('0470 12 34 56');
  expect(posterContent(practice, { ...row, contact: 'Fien' }, '0470 12 34 56').call).toBe('Fien');
  expect(posterContent(practice, row, '').address).toBe('Havenlaan 86C, 1000 Brussel');
});
