// What was asked while the authentic source could not be reached: never a line before it answered. Asked again, or given up.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { failureCodeSchema } from '../../../../preload/contract/result.ts';
import { useEmployerId } from '../../../app-state.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { useCodeWords, useTypeName } from '../register-words.ts';

type PendingRow = CallOutput<'register.pending'>['rows'][number];
const shown = 100;

export function PendingSheet() {
  const { t } = useTranslation('register');
  const employerId = useEmployerId();
  const of = employerId === null ? {} : { employerId };
  const pending = useCall('register.pending', { ...of, pageSize: shown }, { keepPrevious: true });
  const retry = useAct('register.retryPending');
  const drop = useAct('register.dropPending');
  const toast = useToast();
  const again = async (id?: string): Promise<void> => {
    const result = await retry.run(id === undefined ? {} : { id });
    if (result.ok) toast({ text: t('pending.asked', result.value) });
  };
  const giveUp = async (id: string): Promise<void> => {
    const result = await drop.run({ id });
    if (result.ok) toast({ text: t('pending.dropped') });
  };
  const { data } = pending;
  return (
    <Sheet title={t('pending.title')} stacked>
      {data === undefined ? (
        pending.error === null ? (
          <Loading lines={3} />
        ) : (
          <ErrorState failure={pending.error} onAgain={() => void pending.refetch()} />
        )
      ) : data.rows.length === 0 ? (
        <Empty slim icon="check-ring" title={t('pending.none')} />
      ) : (
        <>
          <p>{t('pending.what')}</p>
          <FailureNote failure={retry.failure ?? drop.failure} />
          <div className="row-of">
            <Button small icon="again" busy={retry.busy} onPress={() => void again()}>
              {t('pending.all', { count: data.total })}
            </Button>
          </div>
          <ul className="record-list">
            {data.rows.map((row) => (
              <Pending
                key={row.id}
                row={row}
                busy={retry.busy || drop.busy}
                onAgain={() => void again(row.id)}
                onDrop={() => void giveUp(row.id)}
              />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

type PendingProps = { row: PendingRow; busy: boolean; onAgain: () => void; onDrop: () => void };

function Pending({ row, busy, onAgain, onDrop }: PendingProps) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const words = useLineWords();
  const typeName = useTypeName();
  const why = useWhy();
  const who = [row.lastName, row.givenName].filter(Boolean).join(', ') || formats.insz(row.insz);
  return (
    <li>
      <span className="record-title">{who}</span>
      <span>
        {row.employerName}, {typeName(row.dossierType)}, {words.period(row.period)}
      </span>
      <span className="row-of">
        <Button small icon="again" busy={busy} onPress={onAgain}>
          {t('pending.again')}
          <span className="only-read-aloud">: {who}</span>
        </Button>
        <Button small icon="trash" busy={busy} onPress={onDrop}>
          {t('pending.drop')}
          <span className="only-read-aloud">: {who}</span>
        </Button>
      </span>
      <p className="quiet-text">
        {t('pending.when', { moment: formats.moment(row.askedAt), by: row.askedBy, count: row.tries })}{' '}
        {row.failure !== null && why(row.failure)}
      </p>
    </li>
  );
}

/** Why it still waits: a failure of the app, or a code of the register. */
function useWhy(): (code: string) => string {
  const { t } = useTranslation('errors');
  const words = useCodeWords();
  return (code) => {
    const failure = failureCodeSchema.safeParse(code);
    if (failure.success) return t(failure.data);
    const { what, remedy, code: shown } = words(code);
    return `${what} ${remedy} ${shown}`;
  };
}
