// How an exchange ended: the status of its answer, or why there was none.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { Chip } from '../../ui/chip.tsx';

type Row = CallOutput<'exchange.list'>['rows'][number];

export function AnswerChip({ row }: { row: Row }) {
  const { t } = useTranslation('doctor');
  if (row.status === null)
    return <Chip tone="bad">{t(`exchanges.ended.${row.ended}` as 'exchanges.ended.timeout')}</Chip>;
  return <Chip tone={row.status < 400 ? 'ok' : 'bad'}>{row.status}</Chip>;
}
