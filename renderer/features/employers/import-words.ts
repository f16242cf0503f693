// Words of the import: findings as sentences, values as a person reads them, the place of a row in its list.
import { useTranslation } from 'react-i18next';
import type { ImportOutcome, ImportProblem, ImportRow } from '../../../preload/contract/employer-import.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { ImportField } from '../../../preload/rules/employers/import-fields.ts';
import { useFormats, writeDuration, writeEstablishmentNumber } from '../../i18n/formats.ts';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';

/** Fields with a closed list of words, and those words. */
export const listed = {
  language: ['nl', 'fr', 'de', 'en'],
  sizeBracket: ['under10', 'from10to19', 'from20', 'unknown'],
  service: ['fla', 'checkInAndOutAtWork', 'citizenData', 'dimona'],
  route: ['own', 'mandatary', 'elsewhere'],
} as const;
export type ListedField = keyof typeof listed;
export const isListed = (field: ImportField): field is ListedField => Object.hasOwn(listed, field);

const numbers: readonly ImportField[] = [
  'enterpriseNumber',
  'nssoNumber',
  'establishmentNumber',
  'mandataryNumber',
];
export const isNumber = (field: ImportField): boolean => numbers.includes(field);

export function useImportWords() {
  const { t } = useTranslation('employer-import');
  const formats = useFormats();
  const word = (field: ListedField, value: string): string => {
    const known = (listed[field] as readonly string[]).includes(value);
    return known ? t(`words.${field as 'language'}.${value as 'nl'}`) : value;
  };
  return {
    fieldName: (field: ImportField): string => t(`fields.${field}`),
    word,
    /** A value of a change: `2280` → `38:00`, `own` → `eigen account`. */
    value(field: ImportField, value: string): string {
      if (isListed(field)) return word(field, value);
      if (field === 'weeklyHours') return writeDuration(Number(value));
      if (field === 'routeFrom') return formats.day(value);
      if (field === 'establishmentNumber') return writeEstablishmentNumber(value);
      return field === 'enterpriseNumber' || field === 'mandataryNumber'
        ? formats.enterpriseNumber(value)
        : value;
    },
    /** Names what is done in other rows: a cell gets this text, or (undefined) the row is left out. */
    alike(value: { field: ImportField; text: string } | undefined, count: number): string {
      if (value === undefined) return t('problems.alikeLeftOut', { count });
      const field = t(`fields.${value.field}`);
      const text = isListed(value.field) ? word(value.field, value.text) : value.text;
      return text === ''
        ? t('problems.alikeEmpty', { field, count })
        : t('problems.alike', { field, text, count });
    },
    /** `Taal: onbekend woord (36)` */
    kind({ rule, field, rows }: ImportProblem & { rows: number }): string {
      const name = t(`rules.${rule as 'EMI-NUMBER-CHECK'}.name`);
      if (field === null) return t('problems.kindRow', { name, count: rows });
      return t('problems.kind', { field: t(`fields.${field as ImportField}`), name, count: rows });
    },
    place: ({ sheet, line }: Pick<ImportRow, 'sheet' | 'line'>): string =>
      sheet === '' ? t('problems.row', { line }) : t('problems.rowOf', { sheet, line }),
    sentence({ rule, field, params = {} }: Finding): { title: string; remedy: string } {
      const about = field as ImportField | null;
      const key = `rules.${rule as 'EMI-NUMBER-CHECK'}` as const;
      const shown = (said: string): string =>
        about === null || about === 'weeklyHours' ? said : this.value(about, said);
      const written = Object.fromEntries(
        Object.entries({ ...params, field: about === null ? '' : t(`fields.${about}`) }).map(
          ([name, value]) => [
            name,
            name === 'mandatary'
              ? formats.enterpriseNumber(String(value))
              : name === 'day'
                ? formats.day(String(value))
                : name === 'said'
                  ? shown(String(value))
                  : value,
          ],
        ),
      ) as { found: string };
      return { title: t(`${key}.title`, written), remedy: t(`${key}.remedy`, written) };
    },
  };
}

export const outcomeTones: Record<ImportOutcome, Tone> = {
  create: 'ok',
  change: 'moving',
  same: 'plain',
  refused: 'bad',
  leftOut: 'plain',
};
export const outcomeIcons: Record<ImportOutcome, IconName> = {
  create: 'plus',
  change: 'moving',
  same: 'check',
  refused: 'refused',
  leftOut: 'hide',
};
