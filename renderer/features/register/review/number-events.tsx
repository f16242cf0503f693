// Events about numbers with which nothing was done: what was told, why it stopped, and what somebody can do.
import { useTranslation } from 'react-i18next';
import type { NumberEventShown } from '../../../../preload/contract/register-numbers.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { EarlierEvents } from './earlier-events.tsx';

export function NumberEvents() {
  const { t } = useTranslation('register');
  const toast = useToast();
  const events = useCall('register.numberEvents', { open: true });
  const settle = useAct('register.settleNumberEvent');
  const run = async (id: string, way: 'retry' | 'dismiss'): Promise<void> => {
    const result = await settle.run({ id, way });
    if (!result.ok) return;
    const { state, reason } = result.value;
    toast({
      text: t(`events.settled.${state}`),
      ...(reason === null ? {} : { more: t(`events.reasons.${reason}`), tone: 'warn' as const }),
    });
  };
  const { data } = events;
  return (
    <Sheet title={t('events.title')} stacked>
      {data === undefined ? (
        events.error === null ? (
          <Loading lines={3} />
        ) : (
          <ErrorState failure={events.error} onAgain={() => void events.refetch()} />
        )
      ) : data.rows.length === 0 ? (
        <Empty slim icon="check-ring" title={t('events.none')} />
      ) : (
        <>
          <p>{t('events.what')}</p>
          <FailureNote failure={settle.failure} />
          <ul className="record-list">
            {data.rows.map((event) => (
              <NumberEvent
                key={event.id}
                event={event}
                busy={settle.busy}
                onSettle={(way) => void run(event.id, way)}
              />
            ))}
          </ul>
        </>
      )}
      <EarlierEvents />
    </Sheet>
  );
}

type NumberEventProps = {
  event: NumberEventShown;
  busy: boolean;
  onSettle: (way: 'retry' | 'dismiss') => void;
};

function NumberEvent({ event, busy, onSettle }: NumberEventProps) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const { personId, personName, reason, oldInsz, newInsz } = event;
  const name = personName === '' ? t('events.nobody') : personName;
  return (
    <li>
      <span className="record-title">
        <span className="number">
          {newInsz === null
            ? t('events.cancellation', { insz: formats.insz(oldInsz) })
            : t('acts.moved', { old: formats.insz(oldInsz), insz: formats.insz(newInsz) })}
        </span>
      </span>
      <span>{personId === null ? name : <TextLink to={`/register/${personId}`}>{name}</TextLink>}</span>
      <span className="row-of">
        <Button small icon="again" busy={busy} onPress={() => onSettle('retry')}>
          {t('events.retry')}
          <span className="only-read-aloud">: {formats.insz(oldInsz)}</span>
        </Button>
        <Button small icon="cross" busy={busy} onPress={() => onSettle('dismiss')}>
          {t('events.dismiss')}
          <span className="only-read-aloud">: {formats.insz(oldInsz)}</span>
        </Button>
      </span>
      <p className="quiet-text">
        {t(`events.origins.${event.origin}`, { moment: formats.moment(event.at) })}{' '}
        {reason !== null && t(`events.reasons.${reason}`)}
      </p>
    </li>
  );
}
