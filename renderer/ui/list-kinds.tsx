// Only the rows of a list with one kind of problem: which rule found it, in which column.
import { useTranslation } from 'react-i18next';

export type ListKind = { rule: string; field: string | null; severity?: string };

export const keyOfKind = (kind: ListKind | null): string =>
  kind === null ? '' : `${kind.rule} ${kind.severity ?? ''} ${kind.field ?? ''}`;

type ListKindsProps<K extends ListKind> = {
  kinds: readonly K[];
  chosen: ListKind | null;
  /** With how many rows: `Taal: onbekend woord (36)` */
  nameOf: (kind: K) => string;
  onChoose: (kind: K | null) => void;
};

export function ListKinds<K extends ListKind>({ kinds, chosen, nameOf, onChoose }: ListKindsProps<K>) {
  const { t } = useTranslation('lists');
  return (
    <select
      className="input select small"
      aria-label={t('problems.filter')}
      value={keyOfKind(chosen)}
      onChange={(event) => onChoose(kinds.find((one) => keyOfKind(one) === event.target.value) ?? null)}
    >
      <option value="">{t('problems.all')}</option>
      {kinds.map((kind) => (
        <option key={keyOfKind(kind)} value={keyOfKind(kind)}>
          {nameOf(kind)}
        </option>
      ))}
    </select>
  );
}
