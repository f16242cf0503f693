// One message with its answer: explained, its texts masked unless they are shown on purpose. Takes the focus when it opens; Escape closes it.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAct, useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Loading } from '../../../ui/states.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CopyText } from '../../doctor/copy-text.tsx';
import { putOnBench } from '../bench/in-hand.ts';
import { XmlView } from '../bench/xml-view.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { ReplayDialog } from './replay-dialog.tsx';

type ExchangeDetailProps = { id: string; onClose: () => void; onOther: (id: string) => void };

export function ExchangeDetail({ id, onClose, onOther }: ExchangeDetailProps) {
  const { t } = useTranslation('cbss');
  const [, go] = useLocation();
  const toast = useToast();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const [copied, setCopied] = useState<'request' | 'answer' | null>(null);
  const detail = useCall('cbssWorkbench.exchange', { id, shown }, { keepPrevious: true });
  const save = useAct('cbssWorkbench.save');
  const place = useRef<HTMLDivElement>(null);
  const ready = detail.data !== undefined;
  useEffect(() => {
    if (ready) place.current?.focus();
  }, [ready]);
  if (detail.data === undefined)
    return (
      <Sheet label={t('exchanges.title')} flush>
        {detail.error === null ? <Loading /> : <ErrorState failure={detail.error} />}
      </Sheet>
    );
  const { row, outcome, request, answer, cut } = detail.data;
  const title = t('exchanges.detail', { ticket: row.ticket.slice(0, 8) });
  const keep = async (part: 'request' | 'answer'): Promise<void> => {
    const done = await save.run({ id, part, shown });
    if (done.ok && done.value.saved) toast({ text: t('exchanges.saved', { name: done.value.name }) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part that takes the focus, not a set of fields
    <div
      ref={place}
      tabIndex={-1}
      role="group"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !asking) onClose();
      }}
    >
      <Sheet
        title={title}
        aside={
          <Button small plain icon="cross" onPress={onClose}>
            {t('exchanges.close')}
          </Button>
        }
        stacked
      >
        {outcome === null && (
          <Note tone="warn" icon="unknown">
            {t('exchanges.lost')}
          </Note>
        )}
        {outcome !== null && (
          <OutcomeView outcome={outcome} tries={row.tries} milliseconds={row.milliseconds ?? 0} />
        )}
        <div className="row-of">
          <Button icon={shown ? 'hide' : 'person'} pressed={shown} onPress={() => setShown(!shown)}>
            {t(shown ? 'exchanges.hideNumbers' : 'exchanges.showNumbers')}
          </Button>
          <Button icon="again" onPress={() => setAsking(true)}>
            {t('exchanges.replay')}
          </Button>
          {shown && (
            <Button
              next
              onPress={() => {
                putOnBench(request);
                go('/cbss/workbench');
              }}
            >
              {t('exchanges.toBench')}
            </Button>
          )}
        </div>
        <h3>{t('exchanges.request')}</h3>
        <XmlView text={request} label={t('exchanges.request')} />
        <h3>{t('exchanges.answer')}</h3>
        {answer === null || answer === '' ? (
          <p className="quiet-text">{t('exchanges.noText')}</p>
        ) : (
          <XmlView text={answer} label={t('exchanges.answer')} />
        )}
        {cut && <p className="faint-text">{t('exchanges.cut')}</p>}
        <FailureNote failure={save.failure?.code === 'fileNotChosen' ? null : save.failure} />
        <div className="row-of">
          <Button icon="download" busy={save.busy} onPress={() => void keep('request')}>
            {t('exchanges.saveRequest')}
          </Button>
          <Button icon="copy" pressed={copied === 'request'} onPress={() => setCopied('request')}>
            {t('exchanges.copyRequest')}
          </Button>
          {answer !== null && (
            <>
              <Button icon="download" busy={save.busy} onPress={() => void keep('answer')}>
                {t('exchanges.saveAnswer')}
              </Button>
              <Button icon="copy" pressed={copied === 'answer'} onPress={() => setCopied('answer')}>
                {t('exchanges.copyAnswer')}
              </Button>
            </>
          )}
        </div>
        {copied !== null && (
          <CopyText
            key={`${copied} ${shown}`}
            name="exchange"
            label={t('exchanges.copyLabel')}
            text={(copied === 'request' ? request : answer) ?? ''}
            act={t(copied === 'request' ? 'exchanges.copyRequest' : 'exchanges.copyAnswer')}
            atOnce
          />
        )}
      </Sheet>
      <ReplayDialog
        row={row}
        open={asking}
        onClose={() => setAsking(false)}
        onDone={(other) => {
          setAsking(false);
          toast({ text: t('exchanges.replayDone') });
          onOther(other);
        }}
      />
    </div>
  );
}
