// What `--help` prints: the commands of a noun, or all of them, and the options that every one takes.
import type { Command } from './command.ts';

export function helpOf(commands: readonly Command[], t: (key: string) => string): string {
  const lines = commands.map(({ noun, verb, usage }) => {
    const words = ['  sociodesk', noun, verb, usage].filter((word) => word !== '').join(' ');
    return `${words}\n      ${t(`help.${noun}.${verb || 'itself'}`)}`;
  });
  return [
    t('help.intro'),
    '',
    ...lines,
    '',
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
