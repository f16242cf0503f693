// One event in full: who did it, how it ended, what was kept of it, and its fingerprints in the chain.
import { useTranslation } from 'react-i18next';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorState } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { ImportUndoOf } from '../employers/import-undo.tsx';
import { ResultChip, useEventWords } from './event-words.tsx';
import { PayloadFacts } from './payload-facts.tsx';

type EventPanelProps = { id: string | null; onClose: () => void };

export function EventPanel({ id, onClose }: EventPanelProps) {
  const { t } = useTranslation('history');
  if (id !== null) return <ShownEvent key={id} id={id} onClose={onClose} />;
  return (
    <Sheet title={t('item.none')}>
      <p className="quiet-sheet-text">{t('item.noneWhat')}</p>
    </Sheet>
  );
}

function ShownEvent({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('history');
  const formats = useFormats();
  const words = useEventWords();
  const shown = useCall('history.show', { id });
  if (shown.data === undefined) {
    return (
      <Sheet label={t('panel')} flush>
        {shown.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
        )}
      </Sheet>
    );
  }
  const { event, payload, previousHash } = shown.data;
  return (
    <Sheet
      title={words.kind(event.kind)}
      aside={<Button small plain icon="cross" label={t('acts.close')} onPress={onClose} />}
      stacked
    >
      <Facts
        facts={[
          { label: t('item.result'), value: <ResultChip result={event.result} /> },
          { label: t('item.at'), value: formats.moment(event.at) },
          { label: t('item.actor'), value: words.actor(event.actor) },
          ...(event.actor.osAccount === ''
            ? []
            : [{ label: t('item.osAccount'), value: event.actor.osAccount }]),
          ...(event.employerName === null ? [] : [{ label: t('item.employer'), value: event.employerName }]),
          { label: t('item.place'), value: formats.number(event.position) },
        ]}
      />
      {payload === null ? (
        <Note>{t('erasedWhat')}</Note>
      ) : (
        <div className="kept-block">
          <h3>{t('item.kept')}</h3>
          <PayloadFacts payload={payload} />
        </div>
      )}
      {event.kind === 'employer.listImported' && typeof payload?.['importId'] === 'string' && (
        <ImportUndoOf importId={payload['importId']} />
      )}
      <div className="kept-block">
        <h3>{t('item.hashes')}</h3>
        <Facts
          facts={[
            { label: t('item.own'), value: <span className="hash">{event.hash}</span> },
            { label: t('item.previous'), value: <span className="hash">{previousHash}</span> },
          ]}
        />
      </div>
    </Sheet>
  );
}
