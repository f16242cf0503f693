// What went over the wire: every question to the services with its answer, as one would see it in an API tool.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/choice-fields.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ConnectionTabs } from '../connection/connection-tabs.tsx';
import { AnswerChip } from './answer-chip.tsx';
import { ExchangeDetail } from './exchange-detail.tsx';

type Row = CallOutput<'exchange.list'>['rows'][number];

export default function ExchangesPage() {
  const { t } = useTranslation('doctor');
  const [text, setText] = useState('');
  const [problemsOnly, setProblemsOnly] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const list = useCall('exchange.list', { text, problemsOnly }, { keepPrevious: true });
  const clear = useAct('exchange.clear');
  const { refetch } = list;
  // Nobody tells of every exchange: the list is read anew whenever the page is reached.
  useEffect(() => void refetch(), [refetch]);
  const empty = async (): Promise<void> => {
    await clear.run({});
    setShown(null);
    await list.refetch();
  };
  const rows = list.data?.rows;
  const table = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setShown(null);
    table.current?.querySelector<HTMLElement>('tr[aria-selected="true"] button')?.focus();
  };
  return (
    <Page
      title={t('exchanges.title')}
      lead={t('exchanges.lead')}
      acts={
        <>
          <Button icon="trash" busy={clear.busy} onPress={() => void empty()}>
            {t('exchanges.clear')}
          </Button>
        </>
      }
    >
      <ConnectionTabs />
      <search className="row-of exchange-filters">
        <TextField
          name="text"
          type="search"
          label={t('exchanges.filter')}
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <CheckboxField
          name="problemsOnly"
          label={t('exchanges.problems')}
          checked={problemsOnly}
          onChange={(event) => setProblemsOnly(event.target.checked)}
        />
      </search>
      <Sheet title={t('exchanges.count', { count: list.data?.total ?? 0 })} flush>
        {rows === undefined ? (
          list.error === null ? (
            <Loading />
          ) : (
            <ErrorState failure={list.error} onAgain={() => void list.refetch()} />
          )
        ) : rows.length === 0 ? (
          <Empty
            slim
            icon="link"
            title={t(text === '' && !problemsOnly ? 'exchanges.none' : 'exchanges.noneFit')}
          >
            {t('exchanges.noneWhat')}
          </Empty>
        ) : (
          <div ref={table}>
            <ExchangeTable rows={rows} shown={shown} onShow={setShown} />
          </div>
        )}
      </Sheet>
      {shown !== null && <ExchangeDetail key={shown} number={shown} onClose={close} />}
    </Page>
  );
}

type TableProps = { rows: Row[]; shown: number | null; onShow: (number: number | null) => void };

function ExchangeTable({ rows, shown, onShow }: TableProps) {
  const { t } = useTranslation('doctor');
  const formats = useFormats();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, not a set of fields
    <div className="grid-scroll exchanges" role="group" tabIndex={0} aria-label={t('exchanges.title')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('exchanges.table.number')}</th>
            <th scope="col">{t('exchanges.table.time')}</th>
            <th scope="col">{t('exchanges.table.request')}</th>
            <th scope="col">{t('exchanges.table.answer')}</th>
            <th scope="col">{t('exchanges.table.duration')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} aria-selected={row.number === shown}>
              <td className="fixed">
                <Button
                  small
                  plain
                  pressed={row.number === shown}
                  label={t('exchanges.open', { number: row.number })}
                  onPress={() => onShow(row.number === shown ? null : row.number)}
                >
                  {row.number}
                </Button>
              </td>
              <td className="fixed number">{formats.time(row.at)}</td>
              <td>
                <span className="reference address">
                  {row.method} {row.url}
                </span>
              </td>
              <td className="fixed">
                <AnswerChip row={row} />
              </td>
              <td className="fixed number">{t('exchanges.milliseconds', { count: row.milliseconds })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
