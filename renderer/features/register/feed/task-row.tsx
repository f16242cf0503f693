// One task of the feed: what changed for whom, for which clients, and what can be done with it.
import { useTranslation } from 'react-i18next';
import type { FeedTask } from '../../../../preload/contract/register-feed.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { useTaskWords } from './feed-words.ts';

type TaskRowProps = {
  task: FeedTask;
  busy: boolean;
  onEnd: (how: 'seen' | 'takeOver') => void;
  onReopen: () => void;
};

/** After which lines must end or be looked at. */
const grave: ReadonlySet<FeedTask['kind']> = new Set(['cancelled', 'decease']);

export function TaskRow({ task, busy, onEnd, onReopen }: TaskRowProps) {
  const { t } = useTranslation('register-feed');
  const formats = useFormats();
  const words = useTaskWords();
  const { kind, personId, insz, clients, clientCount, sequence, state, settledAt, settledBy } = task;
  const name = words.name(task);
  const joined = task.joined !== null;
  const what = t(joined ? 'tasks.joined' : `kinds.${kind}`);
  return (
    <li>
      <span className="record-title">
        <TextLink to={`/register/${personId}`}>{name}</TextLink>{' '}
        <span className="number">{formats.insz(insz)}</span>
      </span>
      <Chip tone={state !== 'open' ? 'ok' : grave.has(kind) || joined ? 'warn' : 'plain'}>{what}</Chip>
      <span className="row-of">
        {state === 'open' && kind === 'name' && (
          <Button small busy={busy} onPress={() => onEnd('takeOver')}>
            {t('tasks.takeOver')}
            <span className="only-read-aloud">: {words.said(task)}</span>
          </Button>
        )}
        {state === 'open' ? (
          <Button small plain busy={busy} onPress={() => onEnd('seen')}>
            {t('tasks.seen')}
            <span className="only-read-aloud">
              : {what}, {name}
            </span>
          </Button>
        ) : (
          <Button small plain icon="again" busy={busy} onPress={onReopen}>
            {t('tasks.reopen')}
            <span className="only-read-aloud">
              : {what}, {name}
            </span>
          </Button>
        )}
      </span>
      <p>{words.what(task)}</p>
      <p className="quiet-text">
        {clientCount === 0
          ? t('tasks.noClient')
          : t('tasks.clients', {
              names: clients.join(', '),
              more: Math.max(0, clientCount - clients.length),
            })}
        {' · '}
        {t('tasks.fromFile', { sequence, day: words.day(task.day) })}
        {settledAt !== null && ` · ${t('tasks.by', { who: settledBy, when: formats.moment(settledAt) })}`}
      </p>
    </li>
  );
}
