// What can be done with a session: send or correct it, put it forward where a second person must approve, ask again after a
// lost answer, withdraw or remove it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProviderSession } from '../../../preload/contract/training-provider.ts';
import { useAppState, useOnline } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useService } from '../services/use-service.ts';
import { useApprovalOf } from './session-approval.tsx';
import { type Asked, SessionAsked } from './session-asked.tsx';
import type { SessionInHand } from './use-session.ts';

type SessionActsProps = {
  inHand: SessionInHand;
  /** False: something blocks; the page then shows what. */
  onSend: () => boolean;
};
type What = Exclude<Asked, null>;

/** Says in a word what came of it. */
function useSay(): (after: ProviderSession) => void {
  const { t } = useTranslation('training-provider');
  const toast = useToast();
  const sentence = useFailureSentence();
  return (after) => {
    if (after.state === 'withdrawn') toast({ text: t('sent.withdrawn') });
    else if (after.state === 'accepted' || after.state === 'acceptedWithWarnings')
      toast({ text: t('sent.accepted') });
    else if (after.failure !== null) toast({ text: sentence(after.failure), tone: 'warn' });
    else if (after.state === 'refused')
      toast({ text: t('sent.refused', { count: after.refused }), tone: 'bad' });
  };
}

export function SessionActs({ inHand, onSend }: SessionActsProps) {
  const { t } = useTranslation('training-provider');
  const [, go] = useLocation();
  const { environment } = useAppState();
  const blocked = useOnline() ? null : t('edit.offline');
  const toast = useToast();
  const say = useSay();
  const send = useAct('provider.send');
  const withdraw = useAct('provider.withdraw');
  const remove = useAct('provider.remove');
  const putForward = useAct('provider.putForward');
  const confirmClosed = useAct('provider.confirmClosed');
  const channel = useService('flaTrainingProvider');
  const [asked, setAsked] = useState<Asked>(null);
  const { session, people } = inHand;
  const { id, state } = session;
  const sending = useApprovalOf(session, false);
  const withdrawing = useApprovalOf(session, true);
  const production = environment.kind === 'production';
  const closed = channel?.asksConfirmation === true ? channel : null;

  const run = async (what: What): Promise<void> => {
    const saved = await inHand.settled();
    if (saved === null) return setAsked(null);
    const given =
      closed === null
        ? null
        : await confirmClosed.run({ id, withdraw: what === 'withdraw', confirmed: true });
    setAsked(null);
    if (given !== null && !given.ok) return;
    const closedConfirmation = given === null ? {} : { closedConfirmation: given.value.confirmation };
    const act = what === 'send' ? send : withdraw;
    const result = await act.run({ id, confirmed: production || closed !== null, ...closedConfirmation });
    if (!result.ok) return;
    inHand.take(result.value);
    say(result.value);
  };
  const begin = (what: What): void => {
    if (what === 'send' && !onSend()) return;
    if (production || closed !== null || what === 'withdraw') setAsked(what);
    else void run(what);
  };
  const forward = async (what: What): Promise<void> => {
    if (what === 'send' && !onSend()) return;
    const saved = await inHand.settled();
    if (saved === null) return;
    const { revision: expectedRevision } = saved;
    const done = await putForward.run({ id, withdraw: what === 'withdraw', expectedRevision });
    if (!done.ok) return;
    inHand.take(done.value);
    toast({ text: t('edit.putForwardDone') });
  };
  const removeDraft = async (): Promise<void> => {
    const saved = await inHand.settled();
    const done = await remove.run({ id, expectedRevision: (saved ?? session).revision });
    if (!done.ok) return;
    toast({ text: t('edit.removed') });
    go('/training/sessions');
  };
  const unknown = state === 'unknown';
  const stands = session.corrects || state === 'accepted' || state === 'acceptedWithWarnings';
  const open = state === 'draft' || state === 'refused';
  return (
    <>
      <FailureNote
        failure={
          send.failure ?? withdraw.failure ?? remove.failure ?? putForward.failure ?? confirmClosed.failure
        }
      />
      {stands && !unknown && withdrawing === 'ask' && (
        <Button icon="undo" busy={putForward.busy} onPress={() => void forward('withdraw')}>
          {t('edit.putForwardWithdrawal')}
        </Button>
      )}
      {stands && !unknown && withdrawing === 'free' && (
        <Button icon="undo" blocked={blocked} busy={withdraw.busy} onPress={() => begin('withdraw')}>
          {t('edit.withdraw')}
        </Button>
      )}
      {!stands && open && (
        <Button icon="trash" busy={remove.busy} onPress={() => void removeDraft()}>
          {t('edit.remove')}
        </Button>
      )}
      {unknown && (
        <Button primary icon="unknown" blocked={blocked} busy={send.busy} onPress={() => begin('send')}>
          {t('edit.again')}
        </Button>
      )}
      {open && sending === 'ask' && (
        <Button primary icon="people" busy={putForward.busy} onPress={() => void forward('send')}>
          {t('edit.putForward')}
        </Button>
      )}
      {open && sending === 'free' && (
        <Button primary icon="send" blocked={blocked} busy={send.busy} onPress={() => begin('send')}>
          {session.corrects ? t('edit.correct') : t('edit.send', { count: people.length })}
        </Button>
      )}
      <SessionAsked
        asked={asked}
        session={session}
        count={people.length}
        closed={closed}
        busy={send.busy || withdraw.busy || confirmClosed.busy}
        onClose={() => setAsked(null)}
        onAct={() => void run(asked ?? 'send')}
      />
    </>
  );
}
