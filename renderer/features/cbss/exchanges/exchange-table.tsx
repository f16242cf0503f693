// The list of messages with their answers, the newest first.
import { useTranslation } from 'react-i18next';
import type { CbssExchangeRow } from '../../../../preload/contract/cbss-workbench.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { RowAnswer } from './row-answer.tsx';

type ExchangeTableProps = {
  rows: readonly CbssExchangeRow[];
  shown: string | null;
  onShow: (id: string | null) => void;
};

export function ExchangeTable({ rows, shown, onShow }: ExchangeTableProps) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, not a set of fields
    <div className="grid-scroll exchanges" role="group" tabIndex={0} aria-label={t('exchanges.title')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('exchanges.ticket')}</th>
            <th scope="col">{t('exchanges.at')}</th>
            <th scope="col">{t('exchanges.operation')}</th>
            <th scope="col">{t('exchanges.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} aria-selected={row.id === shown}>
              <td className="fixed">
                <Button
                  small
                  plain
                  pressed={row.id === shown}
                  label={t('exchanges.show', { ticket: row.ticket.slice(0, 8) })}
                  onPress={() => onShow(row.id === shown ? null : row.id)}
                >
                  <span className="number">{row.ticket.slice(0, 8)}</span>
                </Button>
              </td>
              <td className="number">{formats.moment(row.at)}</td>
              <td>{t(`workbench.operations.${row.operation}`)}</td>
              <td>
                <RowAnswer row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
