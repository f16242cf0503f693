// Small files with plain names, each saying at its top what it is for.
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, read, sourcesUnder } from './source-files.ts';

const folders = ['main', 'preload', 'renderer', 'test'];
const code = folders.flatMap((folder) => filesUnder(folder, ['.ts', '.tsx', '.css', '.sql']));
const resources = filesUnder('resources', ['.sql']);
const lines = (path: string): number => read(path).split('\n').length - 1;

describe('sizes', () => {
  it('are 300 lines at most', () => {
    expect(
      [...code, ...resources].filter((path) => lines(path) > 300).map((path) => `${path}: ${lines(path)}`),
    ).toEqual([]);
  });

  it('are mostly under 150 lines', () => {
    const all = code.map(lines).sort((a, b) => a - b);
    const share = all.filter((count) => count < 150).length / all.length;
    expect(share).toBeGreaterThan(0.85);
    expect(all[Math.floor(all.length / 2)]).toBeLessThanOrEqual(110);
  });
});

describe('names', () => {
  it('are kebab-case', () => {
    const good = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|bench|config))?\.(ts|tsx|css|sql)$/;
    expect(code.filter((path) => !good.test(basename(path)))).toEqual([]);
  });

  it('say what a file is about', () => {
    const vague =
      /(^|[-./])(utils?|helpers?|common|managers?|misc|stuff|shared|simulator|tmp|new|old)([-./]|$)/;
    // Its official name: the types that all services of the Crossroads Bank have in common.
    const official = ['resources/contracts/cbss-common-v3.xsd'];
    const named = [...code, ...filesUnder('resources', [''])].filter((path) => !official.includes(path));
    expect(named.filter((path) => vague.test(path))).toEqual([]);
  });

  it('hold no number of a person', () => {
    const all = [...code, ...filesUnder('resources', ['']), ...filesUnder('test', [''])];
    expect(all.filter((path) => /\d{11}|\d{2}[.-]\d{2}[.-]\d{2}[.-]\d{3}/.test(path))).toEqual([]);
  });
});

describe('contents', () => {
  const sources = folders.flatMap(sourcesUnder);

  it('open with their duty', () => {
    expect(
      sources.filter((source) => !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(source.text)).map((source) => source.path),
    ).toEqual([]);
  });

  it('are no barrels', () => {
    const barrels = sources.filter((source) => {
      const rest = source.text
        .replace(/\/\/.*$/gm, '')
        .replace(/export\s+(type\s+)?(\*|\{[^}]*\})\s*from\s*['"][^'"]+['"];?/g, '');
      return /\bfrom\b/.test(source.text) && rest.trim() === '';
    });
    expect(barrels.map((source) => source.path)).toEqual([]);
  });

  it('keep to the words of the house', () => {
    const unwanted = /[Ss]imulator|@ts-(ignore|nocheck)|\b(TODO|FIXME)\b/;
    const others = sources.filter((source) => !source.path.startsWith('test/architecture/'));
    expect(others.filter((source) => unwanted.test(source.text)).map((source) => source.path)).toEqual([]);
  });

  it('of the tests skip nothing and let nothing run alone', () => {
    const cheating = /\b(it|test|describe)\.(only|skip|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/;
    expect(
      sourcesUnder('test')
        .filter((source) => cheating.test(source.text))
        .map((source) => source.path),
    ).toEqual([]);
  });
});
