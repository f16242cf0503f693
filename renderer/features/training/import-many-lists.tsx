// The lists that wait: whose each is, how many of its rows are good, and what still stands in the way.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingList } from '../../../preload/contract/training-lists.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { EmployerField } from '../workers/employer-field.tsx';
import { useImportWords } from './import-words.ts';

export function ManyLists({ lists }: { lists: readonly WaitingList[] }) {
  const { t } = useTranslation('training-lists');
  const [failure, setFailure] = useState<Parameters<typeof FailureNote>[0]['failure']>(null);
  return (
    <Sheet title={t('lists.title')} aside={t('lists.count', { count: lists.length })} flush>
      <FailureNote failure={failure} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="grid-scroll" tabIndex={0} aria-label={t('lists.rows')}>
        <table className="grid import-plan">
          <thead>
            <tr>
              <th scope="col">{t('lists.file')}</th>
              <th scope="col">{t('lists.employer')}</th>
              <th scope="col">{t('lists.rows')}</th>
              <th scope="col">{t('lists.good')}</th>
              <th scope="col">{t('lists.attention')}</th>
              <th scope="col">{t('lists.state')}</th>
              <th scope="col">
                <span className="only-read-aloud">{t('lists.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => (
              <Line key={list.id} list={list} onFailure={setFailure} />
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}

type LineProps = {
  list: WaitingList;
  onFailure: (failure: Parameters<typeof FailureNote>[0]['failure']) => void;
};

function Line({ list, onFailure }: LineProps) {
  const { t } = useTranslation('training-lists');
  const forget = useAct('trainingImport.cancel');
  const { id, name, employerId, employerName, counts, attention, missing } = list;
  const [changing, setChanging] = useState(false);
  const byColumn = employerId === null && !missing.includes('enterpriseNumber');
  const unknown = employerId === null && !byColumn;
  const leave = async (): Promise<void> => {
    const result = await forget.run({ importId: id });
    onFailure(result.ok ? null : result.failure);
  };
  return (
    <tr>
      <th scope="row" className="address">
        {name}
      </th>
      <td>
        {unknown || changing ? (
          <Whose list={list} onDone={() => setChanging(false)} onFailure={onFailure} />
        ) : (
          <span className="row-of">
            {byColumn ? t('lists.byColumn') : employerName}
            {!byColumn && (
              <Button small plain onPress={() => setChanging(true)}>
                {t('lists.change')}
                <span className="only-read-aloud"> {name}</span>
              </Button>
            )}
          </span>
        )}
      </td>
      <td className="number">{counts.rows}</td>
      <td className="number">{counts.create}</td>
      <td className="number">{unknown ? '–' : attention}</td>
      <td>
        <StateOf list={list} unknown={unknown} />
      </td>
      <td>
        <Button
          small
          plain
          icon="trash"
          busy={forget.busy}
          label={t('lists.forget', { name })}
          onPress={() => void leave()}
        />
      </td>
    </tr>
  );
}

function StateOf({ list: { missing, counts }, unknown }: { list: WaitingList; unknown: boolean }) {
  const { t } = useTranslation('training-lists');
  const words = useImportWords();
  const columns = missing.filter((field) => field !== 'enterpriseNumber');
  if (columns.length > 0)
    return (
      <span className="row-of">
        <Chip tone="bad" icon="refused">
          {t('lists.noColumn', { fields: columns.map(words.fieldName).join(', ') })}
        </Chip>
        <LinkButton to="/training/import" small>
          {t('lists.toColumns')}
        </LinkButton>
      </span>
    );
  if (unknown)
    return (
      <Chip tone="warn" icon="unknown">
        {t('lists.unknown')}
      </Chip>
    );
  if (counts.refused > 0)
    return (
      <Chip tone="bad" icon="refused">
        {t('lists.refused', { count: counts.refused })}
      </Chip>
    );
  return (
    <Chip tone="ok" icon="check">
      {t(counts.create > 0 ? 'lists.ready' : 'lists.nothing')}
    </Chip>
  );
}

type WhoseProps = LineProps & { onDone: () => void };

/** Whose the list is, chosen by a person. */
function Whose({ list: { id, name, employerId }, onDone, onFailure }: WhoseProps) {
  const { t } = useTranslation('training-lists');
  const assign = useAct('trainingLists.assign');
  const choose = async (next: string | null): Promise<void> => {
    if (next === null || next === employerId) return;
    const result = await assign.run({ importId: id, employerId: next });
    onFailure(result.ok ? null : result.failure);
    onDone();
  };
  return (
    <EmployerField
      name={`whose-${id}`}
      label={t('lists.whose', { name })}
      value={employerId}
      onChange={(next) => void choose(next)}
    />
  );
}
