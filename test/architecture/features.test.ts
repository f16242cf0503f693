// Rooms of main: a feature stands on the platform and the contract, borrows little of its neighbours, and never in a circle.
import { describe, expect, it } from 'vitest';
import { type Source, sourcesUnder } from './source-files.ts';

/** Rooms that are no features: what carries them, what puts them together, and what only starts them. */
const frame = ['platform', 'host', 'ipc', 'application', 'cli', 'launch', 'practice'];
const room = (path: string): string => /^main\/([^/]+)\//.exec(path)?.[1] ?? '';

type Edge = { from: string; to: string; typeOnly: boolean };
function edges(sources: Source[]): Edge[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((entry) =>
      entry.target === null ? [] : [{ from: source.path, to: entry.target, typeOnly: entry.typeOnly }],
    ),
  );
}
const main = edges(sourcesUnder('main'));
const features = [...new Set(sourcesUnder('main').map((source) => room(source.path)))].filter(
  (name) => name !== '' && !frame.includes(name),
);

/** Circles among nodes, each as the nodes that it runs through. */
function circles(pairs: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of pairs) next.set(from, (next.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (node: string, path: string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) {
      found.push([...path.slice(at), node]);
      return;
    }
    if (done.has(node)) return;
    for (const other of next.get(node) ?? []) visit(other, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) visit(node, []);
  return found;
}

describe('features', () => {
  it('are the rooms that the house plans', () => {
    const planned = [
      'people',
      'employers',
      'certificates',
      'accounts',
      'guide',
      'doctor',
      'training',
      'training-provider',
      'planning',
      'presences',
      'posters',
      'codes',
      'registration-point',
      'applicants',
      'register',
      'services',
      'rescue',
    ];
    expect(
      features.filter((name) => ![...planned, 'outbox', 'history', 'settings', 'today'].includes(name)),
    ).toEqual([]);
    expect(features.length).toBeGreaterThan(3);
  });

  it('import no host, no dispatcher, no composition and no practice code', () => {
    const forbidden = frame.filter((name) => name !== 'platform');
    const breaches = main.filter(
      (edge) => features.includes(room(edge.from)) && forbidden.includes(room(edge.to)),
    );
    expect(breaches).toEqual([]);
  });

  it('leave the handlers of other features alone, except to answer calls of both together', () => {
    const breaches = main.filter(
      (edge) =>
        room(edge.from) !== room(edge.to) &&
        features.includes(room(edge.from)) &&
        edge.to.endsWith('/handlers.ts') &&
        !edge.from.endsWith('/handlers.ts'),
    );
    expect(breaches).toEqual([]);
  });

  it('carry the platform, and not the other way round', () => {
    const breaches = main.filter(
      (edge) =>
        room(edge.from) === 'platform' && room(edge.to) !== 'platform' && !edge.to.startsWith('preload/'),
    );
    // The table of tasks for the worker thread names the feature that a task belongs to.
    expect(breaches.filter((edge) => !/\/job-(tasks|worker)\.ts$/.test(edge.from))).toEqual([]);
  });

  it('never stand in a circle', () => {
    const between = main
      .filter((edge) => features.includes(room(edge.from)) && features.includes(room(edge.to)))
      .filter((edge) => room(edge.from) !== room(edge.to))
      .map((edge) => [room(edge.from), room(edge.to)] as const);
    expect(circles(between)).toEqual([]);
  });
});

describe('files', () => {
  it.each(['main', 'preload', 'renderer'])('of %s never import each other in a circle', (folder) => {
    const pairs = edges(sourcesUnder(folder))
      .filter((edge) => !edge.typeOnly)
      .map((edge) => [edge.from, edge.to] as const);
    expect(circles(pairs)).toEqual([]);
  });

  it('in a circle would be found', () => {
    expect(
      circles([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
      ]),
    ).toEqual([['a', 'b', 'c', 'a']]);
  });

  it('import relatively with their ending, so that Node runs them as they are', () => {
    const bare = sourcesUnder('main').flatMap((source) =>
      source.imports
        .filter((entry) => entry.specifier.startsWith('.') && !/\.(ts|tsx|json|css)$/.test(entry.specifier))
        .map(() => source.path),
    );
    expect(bare).toEqual([]);
  });
});
