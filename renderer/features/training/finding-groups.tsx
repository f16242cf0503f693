// Beside the trainings to fix: equal findings together, each with how often it stands, and one value for all of them where
// that can put them right.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { TrainingFilter } from '../../../preload/contract/training.ts';
import { call } from '../../bridge.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote, useFailureSentence } from '../../ui/failure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ChangeTogether, changeableOf } from './change-together.tsx';
import { mostAtOnce } from './chosen-ids.ts';
import { useFindingWords } from './finding-words.ts';
import { remember } from './room-memory.ts';

type Group = CallOutput<'training.findingGroups'>['groups'][number];

const icons = { blocking: 'refused', warning: 'warn', notice: 'info' } as const;
/** More kinds than these at once do not help. */
const mostShown = 12;

/** The sentence of a group: a fact that differs from one training to the next stands as an ellipsis. */
function useGroupWords(year: number | null) {
  const { i18n } = useTranslation('rules');
  const wordsOf = useFindingWords();
  return ({ rule, params = {} }: Group) => {
    const message: unknown = i18n.getResource(i18n.language, 'rules', `${rule}.title`);
    const places = [...String(message ?? '').matchAll(/\{(\w+)(, plural)?/g)];
    const known: Record<string, string | number | boolean> = {
      ...(year === null ? {} : { year }),
      ...params,
    };
    const missing = places.filter(([, name = '']) => known[name] === undefined);
    // A number that is not known cannot be spoken of in the singular or the plural.
    if (missing.some(([, , plural]) => plural !== undefined)) return { rule, title: rule };
    const dots = Object.fromEntries(missing.map(([, name = '']) => [name, '…']));
    return wordsOf({ rule, params: { ...known, ...dots } });
  };
}

export function FindingGroups({ filter }: { filter: TrainingFilter }) {
  const { t } = useTranslation('training');
  const wordsOf = useGroupWords(filter.year);
  const toast = useToast();
  const sentence = useFailureSentence();
  const found = useCall('training.findingGroups', { filter }, { keepPrevious: true });
  const [open, setOpen] = useState<Group | null>(null);
  const idsOf = async ({ rule }: Group): Promise<Result<string[]>> => {
    const answer = await call('training.withFinding', { filter, rule });
    return answer.ok ? ok(answer.value.ids) : answer;
  };
  const choose = async (group: Group): Promise<void> => {
    const ids = await idsOf(group);
    if (ids.ok) remember({ chosen: { all: false, ids: new Set(ids.value) } });
    else toast({ text: sentence(ids.failure), tone: 'bad' });
  };
  const groups = (found.data?.groups ?? []).slice(0, mostShown);
  const first = open === null ? null : changeableOf(open.field);
  if (found.error !== null) return <FailureNote failure={found.error} />;
  if (found.data === undefined || groups.length === 0) return null;
  return (
    <Sheet title={t('groups.title')} stacked>
      <p className="quiet-text">{t('groups.lead')}</p>
      <ul className="findings">
        {groups.map((group) => {
          const words = wordsOf(group);
          return (
            <li key={group.rule} className={group.severity}>
              <Icon name={icons[group.severity]} />
              <span>
                <strong>{words.title}</strong>{' '}
                <span className="quiet-text">{t('groups.count', { count: group.count })}</span>{' '}
                <span className="number faint-text">{words.rule}</span>
                <span className="row-of">
                  {changeableOf(group.field) !== null && (
                    <Button small onPress={() => setOpen(group)}>
                      {t('groups.same')}
                      <span className="only-read-aloud">: {words.title}</span>
                    </Button>
                  )}
                  <Button small plain onPress={() => void choose(group)}>
                    {t('groups.choose')}
                    <span className="only-read-aloud">: {words.title}</span>
                  </Button>
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {found.data.more && <p className="quiet-text">{t('groups.more', { count: found.data.looked })}</p>}
      {open !== null && first !== null && (
        <ChangeTogether
          count={Math.min(open.count, mostAtOnce)}
          first={first}
          ids={() => idsOf(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}
