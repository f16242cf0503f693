// What can be done with a session: send or correct it, ask again after a lost answer, withdraw or remove it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProviderSession } from '../../../preload/contract/training-provider.ts';
import { useAppState, useOnline } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../ui/dialog.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { useToast } from '../../ui/toast.tsx';
import { LiabilityNotice, useLiabilityNeeded } from '../settings/liability.tsx';
import type { SessionInHand } from './use-session.ts';

type SessionActsProps = {
  inHand: SessionInHand;
  /** False: something blocks; the page then shows what. */
  onSend: () => boolean;
};
type Asked = 'send' | 'withdraw' | null;

export function SessionActs({ inHand, onSend }: SessionActsProps) {
  const { t } = useTranslation('training-provider');
  const { t: live } = useTranslation('going-live');
  const [, go] = useLocation();
  const { environment } = useAppState();
  const blocked = useOnline() ? null : t('edit.offline');
  const toast = useToast();
  const sentence = useFailureSentence();
  const send = useAct('provider.send');
  const withdraw = useAct('provider.withdraw');
  const remove = useAct('provider.remove');
  const [asked, setAsked] = useState<Asked>(null);
  const noticeFirst = useLiabilityNeeded(asked !== null);
  const { session, people } = inHand;
  const { id, state } = session;
  const production = environment.kind === 'production';

  const say = (after: ProviderSession): void => {
    if (after.state === 'withdrawn') toast({ text: t('sent.withdrawn') });
    else if (after.state === 'accepted' || after.state === 'acceptedWithWarnings')
      toast({ text: t('sent.accepted') });
    else if (after.failure !== null) toast({ text: sentence(after.failure), tone: 'warn' });
    else if (after.state === 'refused')
      toast({ text: t('sent.refused', { count: after.refused }), tone: 'bad' });
  };
  const run = async (what: 'send' | 'withdraw'): Promise<void> => {
    setAsked(null);
    const saved = await inHand.settled();
    if (saved === null) return;
    const result = await (what === 'send' ? send : withdraw).run({ id, confirmed: production });
    if (!result.ok) return;
    inHand.take(result.value);
    say(result.value);
  };
  const begin = (what: 'send' | 'withdraw'): void => {
    if (what === 'send' && !onSend()) return;
    if (production || what === 'withdraw') setAsked(what);
    else void run(what);
  };
  const removeDraft = async (): Promise<void> => {
    const saved = await inHand.settled();
    const done = await remove.run({ id, expectedRevision: (saved ?? session).revision });
    if (!done.ok) return;
    toast({ text: t('edit.removed') });
    go('/training/sessions');
  };
  const unknown = state === 'unknown';
  return (
    <>
      <FailureNote failure={send.failure ?? withdraw.failure ?? remove.failure} />
      {session.corrects || state === 'accepted' || state === 'acceptedWithWarnings'
        ? !unknown && (
            <Button icon="undo" blocked={blocked} busy={withdraw.busy} onPress={() => begin('withdraw')}>
              {t('edit.withdraw')}
            </Button>
          )
        : (state === 'draft' || state === 'refused') && (
            <Button icon="trash" busy={remove.busy} onPress={() => void removeDraft()}>
              {t('edit.remove')}
            </Button>
          )}
      {unknown && (
        <Button primary icon="unknown" blocked={blocked} busy={send.busy} onPress={() => begin('send')}>
          {t('edit.again')}
        </Button>
      )}
      {(state === 'draft' || state === 'refused') && (
        <Button primary icon="send" blocked={blocked} busy={send.busy} onPress={() => begin('send')}>
          {session.corrects ? t('edit.correct') : t('edit.send', { count: people.length })}
        </Button>
      )}
      {noticeFirst ? (
        <Dialog open={asked !== null} onClose={() => setAsked(null)} title={live('liability.title')}>
          <LiabilityNotice />
        </Dialog>
      ) : (
        <ConfirmDialog
          open={asked !== null}
          danger={asked === 'withdraw'}
          onClose={() => setAsked(null)}
          title={asked === 'withdraw' ? t('edit.withdraw') : t('edit.confirmTitle')}
          act={asked === 'withdraw' ? t('edit.withdraw') : t('edit.send', { count: people.length })}
          onAct={() => void run(asked === 'withdraw' ? 'withdraw' : 'send')}
        >
          <p>{asked === 'withdraw' ? t('edit.withdrawWhat') : t('edit.confirmWhat')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
