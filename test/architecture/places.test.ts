// Things that have one place: addresses of services, SQL, and directions in style sheets.
import { describe, expect, it } from 'vitest';
import { filesUnder, read, sourcesUnder, withoutComments } from './source-files.ts';

const product = ['main', 'preload', 'renderer'];
const code = product.flatMap(sourcesUnder);

describe('addresses of the authorities', () => {
  const authority =
    /([a-z0-9-]+\.)*(socialsecurity|fgov|ksz-bcss|smals|sigedis|mycareer|belgium|rsz|onss|famifed)\.(be|fgov\.be)\b/i;
  const address = /https?:\/\/([^\s'"`)/\\:?#]+)/gi;
  /** Names that lead nowhere outside: reserved, loopback, or the name of a vocabulary. */
  const harmless =
    /^(localhost|127\.0\.0\.1|\[::1\]|([\w-]+\.)*invalid|www\.w3\.org|json-schema\.org|\$\{.*|.*\$\{.*)$/;

  /** Names of XML vocabularies, of which two are the authorities': they lead nowhere. */
  const vocabulary =
    /http:\/\/(socialsecurity\.be\/(cbssinscription|platformintegrationconsumertest|errors)|kszbcss\.fgov\.be\/(types|intf)|schemas\.xmlsoap\.org|docs\.oasis-open\.org)\/[\w./-]*/g;

  it('stand in environments.json', () => {
    expect(read('resources/environments.json')).toMatch(authority);
  });

  it('stand nowhere else', () => {
    const files = [
      ...product.flatMap((folder) => filesUnder(folder, ['.ts', '.tsx', '.html', '.css', '.json'])),
      ...filesUnder('resources', ['.json', '.yaml', '.yml', '.sql', '.md', '.xsd', '.wsdl']),
    ];
    const found = files.filter(
      (path) =>
        path !== 'resources/environments.json' && authority.test(read(path).replaceAll(vocabulary, '')),
    );
    expect(found).toEqual([]);
  });

  it('and no other address stands in code', () => {
    const found = code.flatMap((source) => {
      const text = withoutComments(source.path, source.text).replaceAll(vocabulary, '');
      const hosts = [...text.matchAll(address)].map((match) => match[1] ?? '');
      return hosts.filter((host) => !harmless.test(host)).map((host) => `${source.path}: ${host}`);
    });
    expect(found).toEqual([]);
  });

  it('names of XML vocabularies stand in one file of each side', () => {
    const named = code.filter(({ path, text }) => withoutComments(path, text).search(vocabulary) >= 0);
    const sides = named.map(({ path }) => (path.startsWith('main/practice/') ? 'practice' : 'client'));
    expect(new Set(sides).size, named.map(({ path }) => path).join(', ')).toBe(sides.length);
  });

  it('with their scopes: no scope of a service is written into the client', () => {
    const scopes = new Set(
      read('resources/environments.json')
        .match(/"(scope:[^"]+)"/g)
        ?.map((text) => text.slice(1, -1)),
    );
    expect(scopes.size).toBeGreaterThan(0);
    const client = code.filter((source) => !source.path.startsWith('main/practice/'));
    const found = client.filter((source) => [...scopes].some((scope) => source.text.includes(scope)));
    expect(found.map((source) => source.path)).toEqual([]);
  });

  it('each say how sure they are', () => {
    const unsure: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) {
        if (typeof value === 'string' && /^(https?:|scope:)/.test(value)) unsure.push(path);
        return;
      }
      const entry = value as Record<string, unknown>;
      const stated = typeof entry['value'] === 'string';
      if (stated && ['seed', 'public', 'inferred', 'assumed', 'practice'].includes(String(entry['status'])))
        return;
      for (const [key, part] of Object.entries(entry)) visit(part, `${path}.${key}`);
    };
    visit(JSON.parse(read('resources/environments.json')), 'environments');
    expect(unsure).toEqual([]);
  });
});

describe('SQL', () => {
  const sql =
    /\b(SELECT\s[\s\S]{1,400}?\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER)\s)/;
  /** Stores and migrations; the practice service has stores of its own; the platform opens, copies and locks files. */
  const place =
    /(-store\.ts$)|^main\/practice\/|^main\/platform\/(database|database-pages|migrate|migrations|profile-lock)\.ts$/;

  it('stands in stores only', () => {
    const found = code.filter(
      (source) => !place.test(source.path) && sql.test(withoutComments(source.path, source.text)),
    );
    expect(found.map((source) => source.path)).toEqual([]);
  });

  it('would be found elsewhere', () => {
    expect(sql.test("db.prepare('SELECT id FROM person WHERE id = ?')")).toBe(true);
    expect(sql.test('Select a worker from the list')).toBe(false);
  });
});

describe('pages', () => {
  it('are each seen in every look', () => {
    const shown = sourcesUnder('test/ui/fixtures').filter(({ text }) => /^export const pages\b/m.test(text));
    const seen = sourcesUnder('test/ui/looks').flatMap(({ imports }) => imports.map(({ target }) => target));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.map(({ path }) => path).filter((path) => !seen.includes(path))).toEqual([]);
  });
});

describe('style sheets', () => {
  const physical = new RegExp(
    [
      '(^|[\\s;{])(margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-\\w+)?\\s*:',
      '(^|[\\s;{])(left|right|top|bottom)\\s*:',
      '(^|[\\s;{])border-(top|bottom)-(left|right)-radius\\s*:',
      '(text-align|float|clear)\\s*:\\s*(left|right)\\b',
      '(^|[\\s;{])(min-|max-)?(width|height)\\s*:',
    ].join('|'),
  );
  const sheets = filesUnder('renderer', ['.css']);

  it('name directions by the text and not by the screen', () => {
    const found = sheets.flatMap((path) =>
      read(path)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/@(media|container)[^{]*\{/g, '{')
        .split('\n')
        .filter((line) => physical.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
    expect(sheets.length).toBeGreaterThan(0);
  });

  it('would be caught with a side of the screen', () => {
    for (const line of [
      'margin-left: 1rem;',
      '  left: 0;',
      'text-align: right',
      'width: 3px',
      '{max-height:2px}',
    ]) {
      expect(physical.test(line)).toBe(true);
    }
    for (const line of [
      'margin-inline-start: 1rem',
      'inline-size: 3px',
      'stroke-width: 2',
      'text-align: end',
    ]) {
      expect(physical.test(line)).toBe(false);
    }
  });

  it('stand in files, not in the mark-up', () => {
    const inline = sourcesUnder('renderer').filter((source) =>
      /<style[\s>]|dangerouslySetInnerHTML/.test(source.text),
    );
    expect(inline.map((source) => source.path)).toEqual([]);
  });
});
