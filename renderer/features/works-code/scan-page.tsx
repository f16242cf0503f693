// The scanning page: the one place where the camera may be on. A code of a site leads on to its declaration of works.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useCamera } from './camera.ts';
import { choicesOf, type Read, useReadWords } from './code-choices.ts';
import './works-code.css';

export default function ScanPage() {
  const { t } = useTranslation('scan');
  const words = useReadWords();
  const [, go] = useLocation();
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<Read[]>([]);
  const state = useCamera(video, (codes) => {
    const reads = codes.map(({ read }) => read);
    setSeen(reads);
    if (choicesOf(reads).length > 0) go('/presences/works/new/scanned');
  });
  const looking = state === 'open' || state === 'opening';
  const lines = [...new Set(seen.map(words))];
  return (
    <Page title={t('title')} lead={t('lead')} reading>
      <Sheet label={t('title')}>
        <div className="camera">
          {typeof state === 'object' ? (
            <FailureNote failure={state} />
          ) : (
            <Note tone={looking ? 'info' : 'warn'} announce>
              {t(`state.${state}`)}
            </Note>
          )}
          <video ref={video} muted playsInline aria-label={t('picture')} hidden={!looking} />
          {lines.length > 0 && choicesOf(seen).length === 0 && (
            <Note tone="warn" announce>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Note>
          )}
          <p className="quiet-text">{t('privacy')}</p>
          <div className="wizard-acts">
            <LinkButton to="/presences/works/new">{t('stop')}</LinkButton>
          </div>
        </div>
      </Sheet>
    </Page>
  );
}
