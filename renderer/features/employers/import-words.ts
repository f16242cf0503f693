// Words of the import: findings as sentences, values as a person reads them, outcomes, the place of a row in its list.
import { useTranslation } from 'react-i18next';
import type { ImportOutcome, ImportProblem, ImportRow } from '../../../preload/contract/employer-import.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { useFormats, writeDuration, writeEstablishmentNumber } from '../../i18n/formats.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';
import type { ListCellLook } from '../../ui/list-cell.tsx';
import { type ListWords, useListWords } from '../../ui/list-words.ts';

/** Fields with a closed list of words, and those words. */
const listed = {
  language: ['nl', 'fr', 'de', 'en'],
  sizeBracket: ['under10', 'from10to19', 'from20', 'unknown'],
  service: ['fla', 'checkInAndOutAtWork', 'citizenData', 'dimona'],
  route: ['own', 'mandatary', 'elsewhere'],
} as const;
type ListedField = keyof typeof listed;
const isListed = (field: ImportField): field is ListedField => Object.hasOwn(listed, field);

const numbers: readonly ImportField[] = [
  'enterpriseNumber',
  'nssoNumber',
  'establishmentNumber',
  'mandataryNumber',
];

const outcomes: Record<ImportOutcome, { tone: Tone; icon: IconName }> = {
  create: { tone: 'ok', icon: 'plus' },
  change: { tone: 'moving', icon: 'moving' },
  same: { tone: 'plain', icon: 'check' },
  refused: { tone: 'bad', icon: 'refused' },
  leftOut: { tone: 'plain', icon: 'hide' },
};

export function useImportWords() {
  const { t } = useTranslation('employer-import');
  const lists = useListWords();
  const formats = useFormats();
  const fieldName = (field: ImportField): string => t(`fields.${field}`);
  const word = (field: ListedField, value: string): string => {
    const known = (listed[field] as readonly string[]).includes(value);
    return known ? t(`words.${field as 'language'}.${value as 'nl'}`) : value;
  };
  /** A value of a change: `2280` → `38:00`, `own` → `eigen account`. */
  const shownValue = (field: ImportField, value: string): string => {
    if (isListed(field)) return word(field, value);
    if (field === 'weeklyHours') return writeDuration(Number(value));
    if (field === 'routeFrom') return formats.day(value);
    if (field === 'establishmentNumber') return writeEstablishmentNumber(value);
    return field === 'enterpriseNumber' || field === 'mandataryNumber'
      ? formats.enterpriseNumber(value)
      : value;
  };
  /** A fact of a finding as a person reads it. */
  const fact = (about: ImportField | null, name: string, value: unknown) => {
    if (name === 'mandatary') return formats.enterpriseNumber(String(value));
    if (name === 'day') return formats.day(String(value));
    if (name === 'said' && about !== null && about !== 'weeklyHours') return shownValue(about, String(value));
    return value;
  };
  return {
    fieldName,
    value: shownValue,
    shownText: (field: ImportField, text: string): string => (isListed(field) ? word(field, text) : text),
    look: (field: ImportField): ListCellLook =>
      isListed(field)
        ? { choices: listed[field].map((value) => ({ value, label: word(field, value) })) }
        : { size: field === 'name' ? 24 : 14, number: numbers.includes(field), limit: 200 },
    outcome: (outcome: string) => {
      const known = outcome as ImportOutcome;
      return { label: t(`outcomes.${known}`), ...outcomes[known] };
    },
    /** `Taal: onbekend woord (36)` */
    kind({ rule, field, rows }: ImportProblem & { rows: number }): string {
      const name = t(`rules.${rule as 'EMI-NUMBER-CHECK'}.name`);
      return lists.kind(field === null ? '' : fieldName(field as ImportField), name, rows);
    },
    place: ({ sheet, line }: Pick<ImportRow, 'sheet' | 'line'>): string => lists.place(line, sheet),
    sentence({ rule, field, params = {} }: Finding): { title: string; remedy: string } {
      const about = field as ImportField | null;
      const key = `rules.${rule as 'EMI-NUMBER-CHECK'}` as const;
      const written = Object.fromEntries(
        Object.entries({ ...params, field: about === null ? '' : fieldName(about) }).map(([name, value]) => [
          name,
          fact(about, name, value),
        ]),
      ) as { found: string };
      return { title: t(`${key}.title`, written), remedy: t(`${key}.remedy`, written) };
    },
  } satisfies ListWords<ImportField> & Record<string, unknown>;
}
