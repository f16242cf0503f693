// Words that the pages of every list share: the name of a row's place, of a kind of problem, of the same put in other rows.
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../preload/contract/finding.ts';
import type { Tone } from './chip.tsx';
import type { IconName } from './icon-shapes.ts';
import type { ListCellLook } from './list-cell.tsx';
import type { ListFix } from './list-fix.ts';

export type Outcome = { label: string; tone: Tone; icon: IconName };

/** What each list says in its own words. */
export type ListWords<F extends string> = {
  fieldName: (field: F) => string;
  /** A value of a closed list as a person reads it; any other as it is. */
  shownText: (field: F, text: string) => string;
  look: (field: F) => ListCellLook;
  outcome: (outcome: string) => Outcome;
  sentence: (finding: Finding) => { title: string; remedy: string };
};

export function useListWords() {
  const { t } = useTranslation('lists');
  return {
    /** `Rij 12`, `Blad 2, rij 12` */
    place: (line: number, sheet = ''): string =>
      sheet === '' ? t('problems.row', { line }) : t('problems.rowOf', { sheet, line }),
    /** `Taal: onbekend woord (36)`; `field` empty: the row as a whole. */
    kind: (field: string, name: string, count: number): string =>
      field === '' ? t('problems.kindRow', { name, count }) : t('problems.kind', { field, name, count }),
    /** Names what is done in other rows: a cell gets this text, or the row is left out. */
    alike<F extends string>(
      fix: ListFix<F>,
      count: number,
      words: Pick<ListWords<F>, 'fieldName' | 'shownText'>,
    ): string {
      const value = fix.values?.[0];
      if (value === undefined) return t('problems.alikeLeftOut', { count });
      const field = words.fieldName(value.field);
      const text = words.shownText(value.field, value.text);
      return text === ''
        ? t('problems.alikeEmpty', { field, count })
        : t('problems.alike', { field, text, count });
    },
  };
}
