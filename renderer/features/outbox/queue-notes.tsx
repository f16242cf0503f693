// Why nothing moves: offline, paused, asked to wait, or stopped by something that a person must mend.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useOnline } from '../../app-state.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useFailureSentence } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { OfflineNote } from '../../ui/states.tsx';

export function QueueNotes({ status }: { status: CallOutput<'outbox.status'> }) {
  const { t } = useTranslation('outbox');
  const plan = useTranslation('outbox-plan');
  const formats = useFormats();
  const sentence = useFailureSentence();
  const online = useOnline();
  const { paused, running, waitUntil, lastFailure } = status;
  // A wait explains its own failure, and being offline is said once.
  const stopped = lastFailure !== null && waitUntil === null && !running && online ? lastFailure : null;
  return (
    <>
      <OfflineNote />
      {paused && (
        <Note icon="pause" announce>
          {t('notes.paused')}
        </Note>
      )}
      {waitUntil !== null && !paused && (
        <Note tone="warn" icon="hourglass" announce>
          {t('notes.waiting', { time: formats.time(waitUntil) })}
        </Note>
      )}
      {status.waitsForApproval > 0 && (
        <Note icon="people">
          {plan.t('approval.note', { count: status.waitsForApproval })}{' '}
          <TextLink to="/outbox/approval">{plan.t('approval.tab')}</TextLink>
        </Note>
      )}
      {stopped !== null && (
        <Note tone="warn" announce>
          <strong>{t('notes.stopped')}</strong> {sentence(stopped)}
        </Note>
      )}
    </>
  );
}
