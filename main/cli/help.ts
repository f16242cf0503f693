// What `--help` prints: the commands of a noun, or all of them, what can be chosen where they name a list, and the
// options that every one takes.
import { closedLists, placesIn } from './closed-lists.ts';
import type { Command } from './command.ts';

export function helpOf(commands: readonly Command[], t: (key: string) => string): string {
  const lines = commands.map(({ noun, verb, usage }) => {
    const words = ['  sociodesk', noun, verb, usage].filter((word) => word !== '').join(' ');
    return `${words}\n      ${t(`help.${noun}.${verb || 'itself'}`)}`;
  });
  const places = new Set(commands.flatMap(({ usage }) => placesIn(usage)));
  const lists = Object.entries(closedLists)
    .filter(([place]) => places.has(place))
    .map(([place, values]) => `  ${place.padEnd(20)}  ${values.join(', ')}`);
  return [
    t('help.intro'),
    '',
    ...lines,
    '',
    ...(lists.length === 0 ? [] : [t('help.values'), ...lists, '']),
    t('help.options'),
    `  --profile DIR         ${t('help.profile')}`,
    `  --environment NAME    ${t('help.environment')}`,
    `  --environments FILE   ${t('help.environments')}`,
    `  --json                ${t('help.json')}`,
    `  --throwaway           ${t('help.throwaway')}`,
    `  --language nl|fr|de|en`,
    '',
    t('help.exit'),
  ].join('\n');
}
