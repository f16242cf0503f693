// One worker-year in full: where it stands, what a person must decide, the answer to each training, and its proof.
import { useTranslation } from 'react-i18next';
import type { OutboxItem, SetDifference } from '../../../preload/contract/outbox.ts';
import { useOnline } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { type Formats, useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Loading } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ArrangeInPractice } from '../employers/arrange-in-practice.tsx';
import { AllowedLine } from '../register/allowing/allowed-line.tsx';
import { Decision } from './decision.tsx';
import { ItemPlan } from './item-plan.tsx';
import { ItemResults } from './item-results.tsx';
import { ItemStateChip } from './state-chip.tsx';

/** States of what may still leave. */
const underWay: ReadonlySet<OutboxItem['state']> = new Set(['ready', 'sending', 'unknown']);

type ItemPanelProps = { id: string | null; onClose: () => void };

export function ItemPanel({ id, onClose }: ItemPanelProps) {
  const { t } = useTranslation('outbox');
  if (id === null) {
    return (
      <Sheet title={t('panel.none')}>
        <p className="quiet-sheet-text">{t('panel.noneWhat')}</p>
      </Sheet>
    );
  }
  return <ShownItem key={id} id={id} onClose={onClose} />;
}

function useItemFacts(item: OutboxItem | undefined, formats: Formats): Fact[] {
  const { t } = useTranslation('outbox');
  const plan = useTranslation('outbox-plan');
  if (item === undefined) return [];
  const moment = (label: string, at: string | null): Fact[] =>
    at === null ? [] : [{ label, value: formats.moment(at) }];
  const name = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }]);
  return [
    { label: t('panel.state'), value: <ItemStateChip item={item} /> },
    { label: t('panel.employer'), value: item.employerName },
    ...moment(t('panel.queued'), item.queuedAt),
    ...moment(t('panel.sent'), item.sentAt),
    ...moment(t('panel.answered'), item.answeredAt),
    ...moment(t('panel.next'), item.nextAttemptAt),
    ...name(plan.t('approval.preparedBy'), item.preparedBy),
    ...name(plan.t('approval.approvedBy'), item.approvedBy),
    ...(item.attempts > 0 ? [{ label: t('panel.attempts'), value: formats.number(item.attempts) }] : []),
  ];
}

function ShownItem({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('outbox');
  const shown = useCall('outbox.show', { id });
  const facts = useItemFacts(shown.data?.item, useFormats());
  if (shown.data === undefined) {
    return (
      <Sheet label={t('panel.label')} flush>
        {shown.error === null ? (
          <Loading />
        ) : (
          <ErrorState failure={shown.error} onAgain={() => void shown.refetch()} />
        )}
      </Sheet>
    );
  }
  const { item, results, kept, difference, requestHash, answerHash } = shown.data;
  const hashes = [
    ...(requestHash === null ? [] : [{ label: t('panel.requestHash'), value: <Hash of={requestHash} /> }]),
    ...(answerHash === null ? [] : [{ label: t('panel.answerHash'), value: <Hash of={answerHash} /> }]),
  ];
  return (
    <Sheet
      title={item.workerName}
      aside={
        <>
          {item.year} <Button small plain icon="cross" label={t('panel.close')} onPress={onClose} />
        </>
      }
      stacked
    >
      <Facts facts={facts} />
      <AllowedLine
        purpose="training"
        employerId={item.employerId}
        workerId={item.workerId}
        from={`${item.year}-01-01`}
        to={`${item.year}-12-31`}
        when={underWay.has(item.state) ? 'ahead' : 'done'}
      />
      {item.needsDecision ? <Decision id={item.id} /> : <ItemActs item={item} />}
      <ItemResults results={results} year={item.year} employerId={item.employerId} />
      {difference !== null && <Difference of={difference} />}
      {kept.length > 0 && (
        <div>
          <h3>{t('panel.kept', { count: kept.length })}</h3>
          <ul className="plain-list">
            {kept.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      {item.state === 'ready' && <ItemPlan item={item} />}
      {hashes.length > 0 && (
        <div>
          <h3>{t('panel.proof')}</h3>
          <Facts facts={hashes} />
        </div>
      )}
    </Sheet>
  );
}

/** What others filed meanwhile is kept there; the next sending of this worker-year reads and keeps it again. */
function Difference({ of }: { of: SetDifference }) {
  const { t } = useTranslation('outbox');
  const line = (name: 'appeared' | 'missing' | 'otherwise', titles: readonly string[]) =>
    titles.length > 0 && <p>{t(`panel.${name}`, { titles: titles.join(', ') })}</p>;
  return (
    <Note tone="warn">
      <p>
        <strong>{t('panel.difference')}.</strong>
      </p>
      {line('appeared', of.appeared)}
      {line('missing', of.missing)}
      {line('otherwise', of.changed)}
    </Note>
  );
}

const Hash = ({ of }: { of: string }) => <span className="hash">{of}</span>;

/** Asking after a lost answer, and taking back what has not left. */
function ItemActs({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('outbox');
  const online = useOnline();
  const toast = useToast();
  const resolve = useAct('outbox.resolve');
  const decide = useAct('outbox.decide');
  const ask = async (): Promise<void> => {
    const asked = await resolve.run({ ids: [item.id] });
    if (asked.ok) toast({ text: t('asked') });
  };
  const takeBack = async (): Promise<void> => {
    const back = await decide.run({ id: item.id, decision: 'takeBack' });
    if (back.ok) toast({ text: t('panel.takenBack') });
  };
  if (item.state === 'unknown') {
    return (
      <>
        <Note tone="warn" icon="unknown">
          <strong>{t('unknown.title')}.</strong> {t('unknown.what')}
        </Note>
        <FailureNote failure={resolve.failure} />
        <div className="row-of">
          <Button
            icon="unknown"
            blocked={online ? null : t('sendOffline')}
            busy={resolve.busy}
            onPress={() => void ask()}
          >
            {t('resolve')}
          </Button>
        </div>
      </>
    );
  }
  if (item.state !== 'ready') return null;
  return (
    <>
      <FailureNote failure={item.failure} />
      <ArrangeInPractice failure={item.failure} employerId={item.employerId} />
      <FailureNote failure={decide.failure} />
      <div className="row-of">
        <Button small icon="undo" busy={decide.busy} onPress={() => void takeBack()}>
          {t('panel.takeBack')}
        </Button>
      </div>
    </>
  );
}
