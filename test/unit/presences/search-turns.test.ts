// What one look-up asks of the service, so that a client among many gets its own presences only.
import { expect, test } from 'vitest';
import { searchTurns } from '../../../main/presences/search-turns.ts';

const asked = {
  enterpriseNumber: '0999999130',
  from: '2026-11-01',
  to: '2026-11-29',
  references: ['1Y100PARK0001', '1Y100STAT0002'],
};
const days = { enterpriseNumber: '0999999130', from: '2026-11-01', to: '2026-11-29' };

test('over its own account one search shows the client and its subcontractors', () => {
  expect(searchTurns({ ...asked, ownAccount: true, withSubcontractors: true })).toEqual([
    { ...days, withSubcontractors: true },
  ]);
});

test('over the account of a mandatary the client is named, and then each of its sites', () => {
  expect(searchTurns({ ...asked, ownAccount: false, withSubcontractors: true })).toEqual([
    { ...days, withSubcontractors: false },
    { ...days, withSubcontractors: true, reference: '1Y100PARK0001' },
    { ...days, withSubcontractors: true, reference: '1Y100STAT0002' },
  ]);
});

test('without subcontractors the client is named, whatever the account', () => {
  for (const ownAccount of [true, false])
    expect(searchTurns({ ...asked, ownAccount, withSubcontractors: false })).toEqual([
      { ...days, withSubcontractors: false },
    ]);
});
