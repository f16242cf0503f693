// Every kind of event that main writes has a name, an icon and a group in the history.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kindGroups } from '../../../renderer/features/history/kind-groups.ts';
import { groupIds, isKnownKind, kindsOf } from '../../../renderer/features/history/kinds.ts';

const written =
  /(?<!changed\()'((?:fla|outbox|provider|deadline|training|employer|worker|certificate|account|guide|history|practice|settings|route|mandate|establishment|rescue|cbss|worksDeclaration|presence|point|planning|register|applicant(?:Request|Answer|Care|Batch))\.(?!saveRefused)[a-z]\w*(?:ed|Made|Read|Back|Lost|Taken|Left|Set|Afresh|Withdrawal|Chosen|ade|drawn|held|ByOther))'/g;

/** Kinds in the sources of main that record acts; the command line only reads. */
const recorded = (): string[] => {
  const sources = globSync('main/**/*.ts', { exclude: ['main/cli/**'] })
    .map((file) => readFileSync(file, 'utf8'))
    .filter((text) => /recordAct|appendEvent|noteAct|tellClients/.test(text));
  return [...new Set(sources.flatMap((text) => [...text.matchAll(written)].map((match) => match[1] ?? '')))];
};

test('no kind that main records is shown by its bare name', () => {
  const kinds = recorded();
  expect(kinds.length).toBeGreaterThan(25);
  expect(kinds.filter((kind) => !isKnownKind(kind))).toEqual([]);
});

test('no name is kept for a kind that nothing records', () => {
  const kinds = new Set(recorded());
  expect(groupIds.flatMap((group) => kindGroups[group].filter((kind) => !kinds.has(kind)))).toEqual([]);
});

test('all groups together, as none, ask for every kind; one asks for its own', () => {
  expect(kindsOf([])).toEqual([]);
  expect(kindsOf(groupIds)).toEqual([]);
  expect(kindsOf(['training'])).toEqual([...kindGroups.training]);
});

test('no question names more kinds than the call takes', () => {
  for (const left of groupIds)
    expect(kindsOf(groupIds.filter((group) => group !== left)).length).toBeLessThanOrEqual(200);
});
