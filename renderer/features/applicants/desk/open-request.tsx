// A request that can be scanned: the code, the three steps, what is left of the day, and what can be handed on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/failure.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { CodeDrawing } from './code.tsx';
import { Countdown } from './countdown.tsx';
import { MessageDialog, SheetDialog } from './hand-on.tsx';
import { useRequestName } from './request-words.ts';
import type { Mark } from './time-left.ts';
import { useCopy } from './use-copy.ts';
import type { ShownRequest } from './use-request.ts';
import { Withdraw } from './withdraw.tsx';

type OpenRequestProps = { shown: ShownRequest; toldAt: number; onPass: (mark: Mark) => void };

export function OpenRequest({ shown, toldAt, onPass }: OpenRequestProps) {
  const { t } = useTranslation('applicants');
  const nameOf = useRequestName();
  const { request, link, now, secondsLeft } = shown;
  const { expiresAt, askedAt } = request;
  return (
    <>
      {link !== null && <CodeDrawing code={link.code} label={t('desk.code', { request: nameOf(request) })} />}
      <div className="ask-words">
        {link === null ? <NoLink /> : <Steps employer={request.employerName} named={request.insz !== null} />}
        {expiresAt !== null && secondsLeft !== null && (
          <Countdown
            deadline={{ secondsLeft, toldAt }}
            askedAt={askedAt}
            expiresAt={expiresAt}
            now={now}
            onPass={onPass}
          />
        )}
        <OpenActs shown={shown} />
      </div>
    </>
  );
}

function Steps({ employer, named }: { employer: string; named: boolean }) {
  const { t } = useTranslation('applicants');
  return (
    <>
      <h2>{t('desk.scan')}</h2>
      <ol className="ask-steps">
        {(['1', '2', '3'] as const).map((step) => (
          <li key={step}>{t(`desk.steps.${step}`, { employer })}</li>
        ))}
      </ol>
      <p className="quiet-text">{t(named ? 'desk.onlyNamed' : 'desk.onePerson')}</p>
    </>
  );
}

/** None is invented: only the service's own, or one after the official template that a person confirmed. */
function NoLink() {
  const { t } = useTranslation('applicants');
  return (
    <>
      <h2>{t('desk.noLink.title')}</h2>
      <Note tone="warn">
        <p>{t('desk.noLink.what')}</p>
        <p>{t('desk.noLink.how')}</p>
        <p>
          <TextLink to="/settings/going-live">{t('desk.noLink.go')}</TextLink>
        </p>
      </Note>
    </>
  );
}

function OpenActs({ shown }: { shown: ShownRequest }) {
  const { t } = useTranslation('applicants');
  const copy = useCopy();
  const [open, setOpen] = useState<'message' | 'sheet' | null>(null);
  const { request, link, language } = shown;
  const close = (): void => setOpen(null);
  return (
    <>
      {link !== null && (
        <p className="ask-link">
          <span className="only-read-aloud">{t('desk.link')}: </span>
          <span>{link.url}</span>
          {link.from === 'template' && <small className="hint">{t('desk.fromTemplate')}</small>}
        </p>
      )}
      <div className="row-of">
        {link !== null && (
          <>
            <Button small icon="copy" onPress={() => void copy(link.url)}>
              {t('desk.copyLink')}
            </Button>
            <Button small icon="copy" onPress={() => setOpen('message')}>
              {t('desk.copyMessage')}
            </Button>
            <Button small icon="print" onPress={() => setOpen('sheet')}>
              {t('desk.print')}
            </Button>
          </>
        )}
        <Withdraw request={request} />
      </div>
      {link !== null && <PlayApplicant id={request.id} />}
      {open === 'message' && <MessageDialog id={request.id} language={language} onClose={close} />}
      {open === 'sheet' && <SheetDialog id={request.id} language={language} onClose={close} />}
    </>
  );
}

/** In practice nobody else has the phone: who asks may also be who is asked. */
function PlayApplicant({ id }: { id: string }) {
  const { t } = useTranslation('applicants');
  const practising = useAppState().environment.kind === 'practice';
  const play = useAct('applicantRequest.openAsApplicant');
  if (!practising) return null;
  return (
    <>
      <p className="quiet-text">{t('desk.play.what')}</p>
      <div className="row-of">
        <Button small icon="person" busy={play.busy} onPress={() => void play.run({ id })}>
          {t('desk.play.act')}
        </Button>
      </div>
      <FailureNote failure={play.failure} />
    </>
  );
}
