// One worker-year: what stood at the service on that day, what stands here, and what of it can be adopted.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RescueRecord } from '../../../preload/contract/rescue-values.ts';
import { useAct, useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import './rescue.css';
import { OutcomeChip } from './rescue-words.tsx';
import { RightsTable } from './rights-table.tsx';
import { useUndoAdopt } from './undo-adopt.ts';

type YearDetailProps = { id: string | null; employerId: string; onClose: () => void };

export function YearDetail({ id, employerId, onClose }: YearDetailProps) {
  const { t } = useTranslation('rescue');
  if (id === null)
    return (
      <Sheet label={t('detail.none')}>
        <Empty icon="file" title={t('detail.none')} slim>
          {t('detail.noneWhat')}
        </Empty>
      </Sheet>
    );
  return <Shown key={id} id={id} employerId={employerId} onClose={onClose} />;
}

function Shown({ id, employerId, onClose }: { id: string; employerId: string; onClose: () => void }) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const toast = useToast();
  const undo = useUndoAdopt();
  const adopt = useAct('rescue.adopt');
  const place = useRef<HTMLDivElement>(null);
  const shown = useCall('rescue.year', { id }, { keepPrevious: true });
  // Who opens a line by keyboard goes on reading here.
  useEffect(() => place.current?.focus(), []);
  const { data } = shown;
  const close = (
    <Button small plain onPress={onClose}>
      {t('detail.close')}
    </Button>
  );
  const mayAdopt =
    data !== undefined &&
    data.year.workerId !== null &&
    data.records.some(({ outcome, fits }) => outcome === 'onlyThere' && fits);
  const run = async (): Promise<void> => {
    const result = await adopt.run({ employerId, yearIds: [id] });
    if (!result.ok) return;
    const { adoptionId, adopted } = result.value;
    toast({
      text: t('adopt.done', { count: adopted }),
      ...(adoptionId === null
        ? {}
        : { act: { label: t('report.undo'), onAct: () => void undo.run(adoptionId) } }),
    });
  };
  return (
    <div ref={place} tabIndex={-1}>
      <Sheet
        title={data === undefined ? t('years.label') : `${data.year.workerName}, ${data.year.year}`}
        stacked
      >
        {data === undefined ? (
          shown.error === null ? (
            <Loading />
          ) : (
            <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
          )
        ) : (
          <>
            <p className="quiet-text">
              {data.year.answeredAt === null
                ? t('detail.notRead')
                : t('detail.stood', { moment: formats.moment(data.year.answeredAt) })}
            </p>
            {data.year.manualBy !== null && data.year.manualAt !== null && (
              <p className="quiet-text">
                {t(data.year.manual === 'nothing' ? 'detail.lookedNothing' : 'detail.settled', {
                  by: data.year.manualBy,
                  moment: formats.moment(data.year.manualAt),
                })}
              </p>
            )}
            <FailureNote failure={data.year.failure} />
            {data.records.length === 0 && data.year.answeredAt !== null && <p>{t('detail.nothing')}</p>}
            <ul className="plain-list rescue-records">
              {data.records.map((record) => (
                <li key={record.here?.trainingId ?? record.reference}>
                  <Record record={record} />
                </li>
              ))}
            </ul>
            {data.rights !== null && <RightsTable rights={data.rights} />}
            {data.year.answerHash !== null && (
              <p className="faint-text">
                {t('detail.hash')} <span className="hash">{data.year.answerHash}</span>
              </p>
            )}
          </>
        )}
        <FailureNote failure={adopt.failure ?? undo.failure} />
        <div className="row-of">
          {mayAdopt && (
            <Button small icon="download" busy={adopt.busy} onPress={() => void run()}>
              {t('acts.adoptYear')}
            </Button>
          )}
          {close}
        </div>
      </Sheet>
    </div>
  );
}

type Side = Pick<
  NonNullable<RescueRecord['here']>,
  'title' | 'startDate' | 'endDate' | 'durationMinutes' | 'status'
>;

function Record({ record }: { record: RescueRecord }) {
  const { t } = useTranslation('rescue');
  const formats = useFormats();
  const { there, here, outcome, differing, fits } = record;
  const side = there ?? here;
  if (side === null) return null;
  const factsOf = ({ startDate, endDate, durationMinutes, status }: Side): string => {
    const start = startDate === null ? '' : formats.day(startDate);
    const days =
      endDate === null || endDate === startDate
        ? start
        : t('detail.days', { start, end: formats.day(endDate) });
    const hours = durationMinutes === null ? '' : formats.duration(durationMinutes);
    return [days, hours, t(`status.${status}`)].filter(Boolean).join(' · ');
  };
  const both = outcome === 'differs' && there !== null && here !== null;
  const withTitle = (one: Side): string =>
    both && there.title !== here.title ? `${one.title} · ${factsOf(one)}` : factsOf(one);
  return (
    <>
      <strong>{side.title}</strong> <OutcomeChip outcome={outcome} />
      {both ? (
        <>
          <div className="quiet-text">{t('detail.there', { facts: withTitle(there) })}</div>
          <div className="quiet-text">{t('detail.here', { facts: withTitle(here) })}</div>
        </>
      ) : (
        <div className="quiet-text">{factsOf(side)}</div>
      )}
      {differing.length > 0 && (
        <div className="quiet-text">
          {t('detail.differing', { fields: differing.map((field) => t(`fields.${field}`)).join(', ') })}
        </div>
      )}
      {!fits && <div className="quiet-text">{t('detail.notFit')}</div>}
    </>
  );
}
