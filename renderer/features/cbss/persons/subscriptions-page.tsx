// Flows of mutations that come in the daily file: those that run, and a new one.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CbssAnswer } from '../../../../preload/contract/cbss-answer.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading, OfflineNote } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Arrived } from '../arrived.tsx';
import { CbssTabs } from '../cbss-tabs.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { RightGate } from '../right-gate.tsx';
import '../cbss.css';

export default function SubscriptionsPage() {
  const { t } = useTranslation('cbss');
  return (
    <Page title={t('subs.title')} lead={t('subs.lead')} reading>
      <CbssTabs />
      <RightGate right="subscribe">
        <Subscriptions />
      </RightGate>
    </Page>
  );
}

function Subscriptions() {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const list = useCall('cbss.subscriptions', {});
  const subscribe = useAct('cbss.subscribe');
  const unsubscribe = useAct('cbss.unsubscribe');
  const [context, setContext] = useState('');
  const [answer, setAnswer] = useState<CbssAnswer | null>(null);
  const ask = async (
    { run }: Pick<typeof subscribe, 'run'>,
    inscriptionContext: string | null,
  ): Promise<void> => {
    setAnswer(null);
    const done = await run({ flow: 'dimonaMutation', inscriptionContext });
    if (!done.ok) return;
    setAnswer(done.value);
    await list.refetch();
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await ask(subscribe, context.trim() === '' ? null : context.trim());
  };
  const rows = list.data?.rows;
  return (
    <>
      <OfflineNote />
      <Sheet title={t('subs.current')} flush={rows === undefined || rows.length === 0} stacked>
        {rows === undefined ? (
          list.error === null ? (
            <Loading />
          ) : (
            <ErrorState failure={list.error} />
          )
        ) : rows.length === 0 ? (
          <Empty slim icon="tray" title={t('subs.none')}>
            {t('subs.noneWhat')}
          </Empty>
        ) : (
          <ul className="record-list">
            {rows.map(({ inscriptionContext, since }) => {
              const what = `${t('subs.flow')}, ${inscriptionContext ?? t('subs.all')}`;
              return (
                <li key={inscriptionContext ?? ''}>
                  <span className="record-title">{what}</span>
                  <span className="quiet-text">{t('subs.since', { moment: formats.moment(since) })}</span>
                  <Button
                    small
                    busy={unsubscribe.busy}
                    label={t('subs.endOf', { what })}
                    onPress={() => void ask(unsubscribe, inscriptionContext)}
                  >
                    {t('subs.end')}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </Sheet>
      <Sheet title={t('subs.flow')}>
        <form className="form" noValidate onSubmit={(event) => void add(event)}>
          <TextField
            name="inscriptionContext"
            label={t('subs.context')}
            hint={t('subs.contextHint')}
            short
            maxLength={64}
            value={context}
            onChange={(event) => setContext(event.target.value)}
          />
          <FailureNote failure={subscribe.failure ?? unsubscribe.failure} />
          <div className="wizard-acts">
            <Button type="submit" primary busy={subscribe.busy}>
              {t('subs.run')}
            </Button>
          </div>
        </form>
      </Sheet>
      {/* It takes the focus: the row that was pressed may be gone. */}
      {answer !== null && (
        <Arrived key={answer.exchangeId} label={t('answer.title')}>
          <Sheet title={t('answer.title')} stacked>
            <OutcomeView {...answer} />
          </Sheet>
        </Arrived>
      )}
    </>
  );
}
