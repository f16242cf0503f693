// What a guide gives to others, in the app: the e-mail of a step and the checklist, in the language of who gets them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuidePlan } from '../../../preload/contract/guide.ts';
import { type AppBench, newFolder, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
let folder: string;
const berk = { enterpriseName: 'Schoonmaak De Berk', enterpriseNumber: '0999999130' };
const klaver = { enterpriseName: 'Sociaal secretariaat Klaver', enterpriseNumber: '0999999031' };
type Answers = Extract<GuidePlan, { kind: 'start' }>['answers'];
const plan = (more: Partial<Answers> = {}): GuidePlan => ({
  kind: 'start',
  answers: {
    services: ['fla'],
    audience: 'ownWorkers',
    groupWay: 'one',
    mandataryKind: 'socialSecretariat',
    access: 'self',
    size: 'from10to49',
    account: false,
    certificate: 'none',
    ...more,
  },
});
beforeAll(async () => {
  folder = newFolder();
  bench = await openApp({ profileDir: folder });
  await bench.must('certificate.generate', { ...berk, name: 'De Berk', keyKind: 'ecP384' });
}, 60_000);
afterAll(async () => {
  await bench.close();
  removeFolder(folder);
});

describe('what a guide gives to others', () => {
  it('an e-mail in the language of who gets it, with the fingerprint to compare', async () => {
    const { id } = await bench.must('guide.start', { plan: plan(), ...berk });
    const dutch = await bench.must('guide.mail', { id, step: 'addAccount', language: 'nl' });
    const french = await bench.must('guide.mail', { id, step: 'addAccount', language: 'fr' });
    expect(dutch.subject).toBe('Voeg het account toe – Schoonmaak De Berk');
    expect(dutch.body).toContain('“CareerPro – Federal Learning Account – Aangifte”');
    expect(dutch.body).toMatch(/[0-9A-F]{2}(:[0-9A-F]{2}){31}|[0-9a-f]{64}/);
    expect(french.body).toContain('«\u202fBevestigen\u202f» (confirmer)');
    expect(french.body).toMatch(/^Bonjour,/);
    expect(dutch.to).toBeNull();
    expect(await bench.call('guide.mail', { id, step: 'keepClientId', language: 'nl' })).toMatchObject({
      failure: { code: 'notFound' },
    });
  });

  it('a checklist in each language that leaves no placeholder open and no key untranslated', async () => {
    const { id } = await bench.must('guide.start', {
      plan: plan({ audience: 'clients', services: ['fla', 'citizenData', 'checkInAndOutAtWork', 'dimona'] }),
      ...klaver,
    });
    for (const language of ['nl', 'fr', 'de', 'en'] as const) {
      const { lines } = await bench.must('guide.checklist', { id, language });
      const text = lines.join('\n');
      expect(text).not.toMatch(/[{}]|guide\.|steps\./);
      expect(text).toContain(klaver.enterpriseName);
      expect(lines.filter((line) => line.startsWith('['))).toHaveLength(
        (await bench.must('guide.show', { id })).total,
      );
    }
  });
});
