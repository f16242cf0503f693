// What can be done with the whole queue: send (asked once more in production), ask after lost answers, pause, resume.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAppState, useOnline } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useService } from '../services/use-service.ts';
import { ClosedSendDialog } from './closed-send-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';

type Status = CallOutput<'outbox.status'>;

export function QueueActs({ status }: { status: Status }) {
  const { t } = useTranslation('outbox');
  const { environment, employerId } = useAppState();
  const online = useOnline();
  const toast = useToast();
  const send = useAct('outbox.send');
  const confirmClosed = useAct('outbox.confirmClosed');
  const fla = useService('fla');
  const resolve = useAct('outbox.resolve');
  const pause = useAct('outbox.pause');
  const resume = useAct('outbox.resume');
  const [asked, setAsked] = useState(false);
  // What waits for a day, for a person's yes or for a second person does not leave now.
  const ready = status.sendable ?? status.counts['ready'] ?? 0;
  const unknown = status.counts['unknown'] ?? 0;
  const closed = fla?.asksConfirmation === true ? fla : null;
  const asks = environment.kind === 'production' || closed !== null;
  const blocked = online ? null : t('sendOffline');

  const underWay = useRef(false);
  const sentBefore = useRef(false);
  const sendNow = async (confirmed: boolean, closedConfirmation: string | null = null): Promise<void> => {
    // A double click is one press: what is on its way is no error.
    if (underWay.current) return;
    underWay.current = true;
    const sent = await send.run({
      employerId,
      confirmed,
      ...(closedConfirmation === null ? {} : { closedConfirmation }),
    });
    underWay.current = false;
    setAsked(false);
    if (!sent.ok && sent.failure.code === 'nothingToSend' && sentBefore.current) send.forget();
    sentBefore.current ||= sent.ok;
    if (sent.ok) toast({ text: t('started', { count: sent.value.items }), more: t('startedMore') });
  };
  const sendAlthoughClosed = async (): Promise<void> => {
    const given = await confirmClosed.run({ employerId, confirmed: true });
    if (given.ok) await sendNow(true, given.value.confirmation);
    else setAsked(false);
  };
  const ask = async (): Promise<void> => {
    const result = await resolve.run({ ids: [] });
    if (result.ok) toast({ text: t('asked') });
  };
  return (
    <>
      <FailureNote
        failure={send.failure ?? confirmClosed.failure ?? resolve.failure ?? pause.failure ?? resume.failure}
      />
      {status.paused ? (
        <Button primary icon="play" busy={resume.busy} onPress={() => void resume.run({})}>
          {t('resume')}
        </Button>
      ) : (
        status.running && (
          <Button icon="pause" busy={pause.busy} onPress={() => void pause.run({})}>
            {t('pause')}
          </Button>
        )
      )}
      {unknown > 0 && online && !status.running && (
        <Button icon="unknown" busy={resolve.busy} onPress={() => void ask()}>
          {t('resolveAll', { count: unknown })}
        </Button>
      )}
      {ready > 0 && !status.running && !status.paused && (
        <Button
          primary
          icon="send"
          blocked={blocked}
          busy={send.busy}
          onPress={() => (asks ? setAsked(true) : void sendNow(false))}
        >
          {t('send', { count: ready })}
        </Button>
      )}
      {/* Which of the two dialogs is known once main has said how the service stands. */}
      {fla === undefined ? null : closed === null ? (
        <SendDialog
          open={asked}
          count={ready}
          busy={send.busy}
          onClose={() => setAsked(false)}
          onSend={() => void sendNow(true)}
        />
      ) : (
        <ClosedSendDialog
          open={asked}
          service={closed}
          count={ready}
          busy={send.busy || confirmClosed.busy}
          onClose={() => setAsked(false)}
          onSend={() => void sendAlthoughClosed()}
        />
      )}
    </>
  );
}
