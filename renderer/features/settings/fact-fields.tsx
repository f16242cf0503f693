// One field per fact, in groups: with what the program came with, how certain that is, and what stands in its place.
import { useTranslation } from 'react-i18next';
import type { FactRow } from '../../../preload/contract/going-live.ts';
import { Chip } from '../../ui/chip.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';

type FactFieldsProps = {
  rows: FactRow[];
  typed: Readonly<Record<string, string>>;
  problems: FieldProblem[];
  onType: (name: string, value: string) => void;
  onLeave: (name: string) => void;
};

const groupOf = (name: string): string => name.split('.')[0] ?? '';

export function FactFields({ rows, ...rest }: FactFieldsProps) {
  const { t } = useTranslation('going-live');
  const groups = [...new Set(rows.map(({ name }) => groupOf(name)))];
  return groups.map((group) => (
    <Sheet key={group} title={t(`groups.${group}` as 'groups.oauth')}>
      <div className="form">
        {rows
          .filter(({ name }) => groupOf(name) === group)
          .map((row) => (
            <FactField key={row.name} row={row} {...rest} />
          ))}
      </div>
    </Sheet>
  ));
}

function FactField({
  row,
  typed,
  problems,
  onType,
  onLeave,
}: { row: FactRow } & Omit<FactFieldsProps, 'rows'>) {
  const { t } = useTranslation(['going-live', 'settings']);
  const { name, kind, shipped, certainty, entered } = row;
  const value = typed[name] ?? entered ?? '';
  const sure = value.trim() === '' ? certainty : 'entered';
  const last = name.split('.').at(-1) ?? '';
  return (
    <TextField
      name={name}
      label={t(`fields.${last}` as 'fields.tokenUrl')}
      hint={
        <>
          {kind === 'template' && <>{t('hint.template', { place: '{id}' })} </>}
          {kind === 'issuers'
            ? t('hint.issuers')
            : shipped === null
              ? t('hint.none')
              : t('hint.shipped', { value: shipped })}{' '}
          {sure !== null && (
            <Chip tone={sure === 'assumed' ? 'warn' : 'plain'} icon={sure === 'assumed' ? 'unknown' : 'info'}>
              {t(`settings:certainty.${sure}`)}
            </Chip>
          )}
        </>
      }
      value={value}
      error={problems.find((problem) => problem.name === name)?.message}
      maxLength={4_000}
      {...(kind === 'issuers' ? { lines: 4 } : {})}
      onChange={(event) => onType(name, event.target.value)}
      onBlur={() => onLeave(name)}
    />
  );
}
