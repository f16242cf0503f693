// Sentences outside the window: the same files, plurals and all, and a key that is missing shows itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTexts } from '../../../main/platform/texts.ts';
import { scratchDir } from './scratch.ts';

it('formats by language, and gives back a key that is unknown', () => {
  const dir = scratchDir();
  for (const language of ['nl', 'fr']) mkdirSync(join(dir, language));
  const nl = {
    sent: '{count, plural, one {# opleiding} other {# opleidingen}}',
    deep: { plain: 'zo', cost: '{amount, number}' },
  };
  writeFileSync(join(dir, 'nl', 'outbox.json'), JSON.stringify(nl));
  writeFileSync(
    join(dir, 'fr', 'outbox.json'),
    JSON.stringify({ sent: "{count, plural, one {# formation} other {# formations}} d''un coup" }),
  );
  const { t } = createTexts(dir);
  expect(t('nl', 'outbox:sent', { count: 1 })).toBe('1 opleiding');
  expect(t('nl', 'outbox.sent', { count: 2 })).toBe('2 opleidingen');
  expect(t('fr', 'outbox:sent', { count: 2 })).toBe("2 formations d'un coup");
  expect(t('nl', 'outbox:deep.plain')).toBe('zo');
  expect(t('nl', 'outbox:deep.cost', { amount: 1234.5 })).toBe('1.234,5');
  expect(
    ['outbox:none', 'none:x', '../nl/outbox:sent', 'outbox:deep', 'outbox:constructor'].map((key) =>
      t('nl', key),
    ),
  ).toEqual(['outbox:none', 'none:x', '../nl/outbox:sent', 'outbox:deep', 'outbox:constructor']);
});
