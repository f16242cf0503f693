// What an applicant at the counter sees: the code, the three steps and who asks, in the applicant's own language, and nothing else.
import { useEffect, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../../app-state.ts';
import { type Language, languageNames, languages, localeOf } from '../../../i18n/languages.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { giveScreenBack } from '../../registration-point/full-screen.ts';
import { CodeDrawing } from './code.tsx';
import { isOpen, type ShownRequest } from './use-request.ts';
import './face.css';

type FaceProps = { shown: ShownRequest; onClose: () => void };

/** Escape leaves the whole screen, which the window's program does by itself, and this face with it. */
function useLeaving(onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const changed = (): void => {
      if (document.fullscreenElement === null) close.current();
    };
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      giveScreenBack();
    };
  }, []);
}

export function ApplicantFace({ shown, onClose }: FaceProps) {
  const { t } = useTranslation('applicants');
  const [language, setLanguage] = useState<Language>(shown.language);
  const practice = useAppState().environment.kind === 'practice';
  useLeaving(onClose);
  return (
    <ModalOverlay
      className="face"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="face-inside">
        <Dialog className="face-dialog" aria-label={t('desk.face.label')}>
          <header className="face-head">
            <fieldset className="face-languages" aria-label={t('desk.face.language')}>
              {languages.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="button"
                  lang={localeOf(one)}
                  aria-pressed={language === one}
                  onClick={() => setLanguage(one)}
                >
                  {languageNames[one]}
                </button>
              ))}
            </fieldset>
            {practice && <PracticeMark language={language} />}
            <Button plain icon="cross" onPress={onClose}>
              {t('desk.face.close')}
            </Button>
          </header>
          <FaceWords shown={shown} language={language} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Nobody may take a practice code for a real one, least of all who scans it. */
function PracticeMark({ language }: { language: Language }) {
  const { t, ready } = useTranslation('applicants', { lng: language, useSuspense: false });
  return (
    <p className="face-practice" lang={localeOf(language)}>
      {ready ? t('desk.face.practice') : ''}
    </p>
  );
}

function FaceWords({ shown, language }: { shown: ShownRequest; language: Language }) {
  const { t, ready } = useTranslation('applicants', { lng: language, useSuspense: false });
  const { request, link } = shown;
  const employer = request.employerName;
  // Fetched when the language is first chosen.
  if (!ready) return null;
  if (!isOpen(request) || link === null) {
    const approved = request.state === 'approved' || request.state === 'awaitingAcceptance';
    return (
      <div className="face-over" lang={localeOf(language)} role="status">
        <span className="face-mark">
          <Icon name={approved && !request.otherCitizen ? 'check-ring' : 'info'} large />
        </span>
        <p>{t(approved && !request.otherCitizen ? 'desk.face.approved' : 'desk.face.over')}</p>
      </div>
    );
  }
  return (
    <div className="face-words" lang={localeOf(language)}>
      <CodeDrawing code={link.code} label={t('desk.scan')} />
      <div>
        <p className="face-who">{t('desk.face.asks', { employer })}</p>
        <ul className="face-data">
          {request.dataSets.map((one) => (
            <li key={one}>{t(`desk.face.data.${one}`)}</li>
          ))}
        </ul>
        <p className="face-until">{t('desk.face.until')}</p>
        <h1>{t('desk.scan')}</h1>
        <ol className="ask-steps large">
          {(['1', '2', '3'] as const).map((step) => (
            <li key={step}>{t(`desk.steps.${step}`, { employer })}</li>
          ))}
        </ol>
        <p className="face-yours">{t('desk.face.yours')}</p>
      </div>
    </div>
  );
}
