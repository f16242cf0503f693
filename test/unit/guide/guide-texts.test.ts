// Every step, need, role, note and label has all of its sentences in four languages, and no sentence names what nobody fills.
import { readFileSync } from 'node:fs';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../preload/contract/values.ts';
import { draw } from '../../../preload/rules/guide/drawings/draw.ts';
import { type Written, writtenText } from '../../../preload/rules/guide/drawings/drawing.ts';
import { guideParams, stepKeys, wayThrough } from '../../../preload/rules/guide/guide-words.ts';
import { labelIds, labelParams, portalLabels } from '../../../preload/rules/guide/portal-labels.ts';
import { channels, wayIds } from '../../../preload/rules/guide/road.ts';
import { noteIds } from '../../../preload/rules/guide/road-notes.ts';
import { needIds } from '../../../preload/rules/guide/road-steps.ts';
import { drawingIds, factsOf, roles, stepIds } from '../../../preload/rules/guide/step-catalog.ts';

type Tree = { [key: string]: string | Tree };
const treeOf = (language: string): Tree =>
  JSON.parse(readFileSync(`resources/locales/${language}/guide.json`, 'utf8')) as Tree;
const keysUnder = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, part]) =>
    typeof part === 'string' ? [`${path}${key}`] : keysUnder(part, `${path}${key}.`),
  );
const part = (tree: Tree, name: string): Tree => tree[name] as Tree;

describe.each(languages)('in %s', (language) => {
  const tree = treeOf(language);

  it('each step has exactly the sentences that the catalogue counts', () => {
    const wanted = stepIds.flatMap((id) => {
      const { title, acts, seen, troubles } = stepKeys(id);
      return [title, ...acts, seen, ...troubles.flatMap(({ what, who }) => [what, who])];
    });
    expect(keysUnder(part(tree, 'steps'), 'steps.').sort()).toEqual(wanted.sort());
  });

  it.each([
    ['needs', needIds],
    ['roles', roles],
    ['notes', noteIds],
    ['ways', wayIds],
    ['channels', channels],
    ['labels', labelIds],
  ] as const)('the words under %s are those of the rules', (name, ids) => {
    expect(Object.keys(part(tree, name)).sort()).toEqual([...ids].sort());
  });

  it('each sentence of a step names only what is filled in', () => {
    const given = guideParams(
      language,
      {
        enterpriseName: 'De Berk',
        enterpriseNumber: '0999999130',
        quality: 'employerNsso',
        services: ['fla'],
        rights: ['careerProFlaDeclaration'],
      },
      (key) => key,
    );
    const texts = ['steps', 'roles', 'notes', 'needs', 'drawings'].flatMap((name) =>
      keysUnder(part(tree, name)).map((key) => at(part(tree, name), key)),
    );
    const named = texts.flatMap((text) =>
      parse(text, { ignoreTag: true }).flatMap((piece) =>
        piece.type === TYPE.argument ? [piece.value] : [],
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => given[name] === undefined)).toEqual([]);
  });

  it('a quoted verdict is what the app itself says there', () => {
    const localeOf = (name: string): Tree =>
      JSON.parse(readFileSync(`resources/locales/${language}/${name}.json`, 'utf8')) as Tree;
    const said: readonly (readonly [step: string, tree: Tree, key: string])[] = [
      ['makeCertificate.seen', localeOf('connection'), 'certificates.usable'],
      ['importCertificate.seen', localeOf('connection'), 'certificates.usable'],
      ['askContainer.seen', localeOf('connection'), 'certificates.usable'],
      ['importCertificate.trouble.1.what', localeOf('connection'), 'certificates.notUsable'],
      ['testConnection.seen', localeOf('doctor'), 'verdict.ok'],
      ['recordMandate.act.2', localeOf('routes'), 'mandate.chip.none'],
      ['chooseRoute.act.2', localeOf('routes'), 'kind.own'],
      ['chooseRoute.act.2', localeOf('routes'), 'kind.mandatary'],
      ['chooseElsewhere.seen', localeOf('routes'), 'kind.elsewhere'],
    ];
    for (const [step, own, key] of said) {
      expect(at(own, key)).not.toBe('');
      expect(at(tree, `steps.${step}`)).toMatch(new RegExp(`[“„«]\\s?${at(own, key)}\\s?[”“»]`));
    }
  });

  it('each sketch has a title, words for those who do not see it, and writes nothing empty', () => {
    for (const id of drawingIds) {
      const drawing = draw(id, { quality: 'trainingProvider', rights: ['careerProFlaDeclaration'] });
      const own = (key: string): string => at(tree, key);
      const written = drawing.shapes.flatMap((shape): Written[] =>
        shape.kind === 'words' ? [shape.written] : [],
      );
      const words = written.map((one) => writtenText(one, language, { enterpriseName: 'De Berk', own }));
      expect(words.filter((word) => word === '' || /^drawings\./.test(word))).toEqual([]);
      expect(at(tree, `drawings.${id}.alt`).length).toBeGreaterThan(30);
      expect(at(tree, `drawings.${id}.title`)).not.toBe('');
    }
  });
});

function at(tree: Tree, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>(
      (here, step) => (typeof here === 'object' ? here[step] : undefined),
      tree,
    );
  return typeof found === 'string' ? found : '';
}

describe('labels of the portal', () => {
  it('stay as on the screen, with our own words beside them for readers of another language', () => {
    const own = (): string => 'confirm';
    expect(labelParams('nl', own).confirm).toBe('“Bevestigen”');
    expect(labelParams('en', own).confirm).toBe('“Bevestigen” (confirm)');
    expect(labelParams('fr', own).yourManagers).toBe('«\u202fVos responsables\u202f»');
    expect(labelParams('fr', own).confirm).toBe('«\u202fBevestigen\u202f» (confirm)');
    expect(labelParams('de', own).chaman).toBe('„ChaMan“');
  });

  it('stand in the language of the reader first where the practice portal speaks it', () => {
    expect(labelParams('fr', () => 'confirmer', true).confirm).toBe('«\u202fConfirmer\u202f» (Bevestigen)');
    expect(labelParams('nl', () => 'bevestigen', true).confirm).toBe('“Bevestigen”');
  });

  it('are the same for the three qualities as the seeds write them', () => {
    expect(portalLabels.employerNsso.nl).toBe('Werkgever RSZ');
    expect(portalLabels.trainingProvider.nl).toBe('Opleidingsverstrekker');
  });
});

describe('the catalogue', () => {
  it('has an e-mail for every step that somebody else does on the portal', () => {
    const without = stepIds.filter((id) => factsOf(id).page !== null && !factsOf(id).mail);
    expect(without).toEqual([]);
  });

  it('says a place of this program or a page of the portal for every step, except the letter to the acceptance desk', () => {
    const nowhere = stepIds.filter((id) => factsOf(id).page === null && factsOf(id).place === null);
    expect(nowhere).toEqual(['acceptanceRequest']);
  });

  it('numbers what is done on the sketches of a step without a gap', () => {
    for (const id of stepIds) {
      const numbers = factsOf(id)
        .drawings.flatMap((one) => draw(one, { quality: 'employerNsso', rights: [] }).shapes)
        .flatMap((shape) => (shape.kind === 'act' ? [shape.number] : []));
      const [first = 0] = numbers;
      expect([id, numbers]).toEqual([id, numbers.map((_, at) => first + at)]);
    }
  });

  it('names the portal before the first screen of it', () => {
    const way = (practising: boolean) =>
      wayThrough(
        'known',
        practising,
        (key) => key,
        (label) => label,
      );
    expect(way(true)).toBe('portals.practice › enterprise');
    expect(way(false)).toBe('portals.official › enterprise');
    expect(wayThrough('makeCertificate', true, String, String)).toBe('');
  });

  it('draws what it names, each sketch for some step', () => {
    expect(drawingIds.filter((id) => !stepIds.some((step) => factsOf(step).drawings.includes(id)))).toEqual(
      [],
    );
  });
});

it('the form of a new account ticks the rights of this guide only', () => {
  const ticked = (rights: Parameters<typeof draw>[1]['rights']): number =>
    draw('newAccount', { quality: 'employerNsso', rights }).shapes.filter(
      (shape) => shape.kind === 'tick' && shape.on,
    ).length;
  expect(ticked(['careerProFlaDeclaration'])).toBe(1);
  expect(ticked(['citizenMandatesManage', 'citizenDataConsult'])).toBe(2);
});
