// How pages were set up is kept in the profile: under its own name each, the last one wins, and it is there at the next start.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { viewHandlers } from '../../../main/settings/view-handlers.ts';
import { openProfile } from '../../support/seed-profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'views-'));
const call = { windowId: 'w1', traceId: 't1' };
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps a set-up over a restart and tells it apart from another', async () => {
  const file = join(folder, 'practice.db');
  const first = openProfile({ file });
  const views = viewHandlers(first.session);
  expect(await views['view.kept']({ name: 'grid-register' }, call)).toEqual({
    ok: true,
    value: { kept: null },
  });
  await views['view.keep']({ name: 'grid-register', kept: '{"a":1}' }, call);
  await views['view.keep']({ name: 'grid-register', kept: '{"a":2}' }, call);
  await views['view.keep']({ name: 'accounts', kept: '"x"' }, call);
  await first.close();
  const again = openProfile({ file });
  expect(await viewHandlers(again.session)['view.kept']({ name: 'grid-register' }, call)).toEqual({
    ok: true,
    value: { kept: '{"a":2}' },
  });
  await again.close();
});
