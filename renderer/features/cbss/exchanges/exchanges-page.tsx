// What was asked of the service and what it answered: sought, shown masked, saved, taken to the workbench, sent again.
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckboxField } from '../../../ui/choice-fields.tsx';
import { ErrorState } from '../../../ui/failure.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { ExchangeDetail } from './exchange-detail.tsx';
import { ExchangeTable } from './exchange-table.tsx';
import '../cbss.css';

const step = 50;

export default function ExchangesPage() {
  const { t } = useTranslation('cbss');
  const [text, setText] = useState('');
  const [problemsOnly, setProblemsOnly] = useState(false);
  const [pageSize, setPageSize] = useState(step);
  const [shown, setShown] = useState<string | null>(null);
  const sought = useDeferredValue(text);
  const list = useCall(
    'cbssWorkbench.exchanges',
    { text: sought, problemsOnly, pageSize },
    { keepPrevious: true },
  );
  const table = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setShown(null);
    table.current?.querySelector<HTMLElement>('tr[aria-selected="true"] button')?.focus();
  };
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  const all = text.trim() === '' && !problemsOnly;
  return (
    <Page title={t('exchanges.title')} lead={t('exchanges.lead')}>
      <CbssTabs />
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
      <Sheet title={t('exchanges.count', { count: total })} flush>
        {rows === undefined ? (
          list.error === null ? (
            <Loading />
          ) : (
            <ErrorState failure={list.error} onAgain={() => void list.refetch()} />
          )
        ) : rows.length === 0 ? (
          <Empty slim icon="link" title={t(all ? 'exchanges.none' : 'exchanges.noneFit')}>
            {t('exchanges.noneWhat')}
          </Empty>
        ) : (
          <div ref={table}>
            <ExchangeTable rows={rows} shown={shown} onShow={setShown} />
            {rows.length < total && pageSize < 500 && (
              <div className="sheet-body">
                <Button small onPress={() => setPageSize((size) => Math.min(500, size + 150))}>
                  {t('exchanges.more')}
                </Button>
              </div>
            )}
          </div>
        )}
      </Sheet>
      {shown !== null && <ExchangeDetail key={shown} id={shown} onClose={close} onOther={setShown} />}
    </Page>
  );
}
