// The participants, each cell open for typing, with what is wrong and what the service answered under the row.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant, ProviderSession } from '../../../preload/contract/training-provider.ts';
import { emptyParticipant } from '../../../preload/rules/training-provider/check-session.ts';
import { Button } from '../../ui/button.tsx';
import { ListPager, rowsOfPage } from '../../ui/list-pager.tsx';
import { Empty } from '../../ui/states.tsx';
import { PersonRow } from './person-row.tsx';

type PeopleTableProps = {
  session: ProviderSession;
  people: Participant[];
  locked: boolean;
  /** From 1. */
  page: number;
  onPage: (page: number) => void;
  onSave: (people: Participant[]) => void;
};

export function PeopleTable({ session, people, locked, page, onPage, onSave }: PeopleTableProps) {
  const { t } = useTranslation('training-provider');
  const table = useRef<HTMLDivElement>(null);
  const [focusRow, setFocusRow] = useState<number | null>(null);
  // A row that was added or that took the place of a removed one has the keyboard.
  useEffect(() => {
    if (focusRow === null) return;
    const cell = table.current?.querySelector<HTMLElement>(`#f-people-${focusRow}-insz`);
    (cell ?? table.current?.querySelector<HTMLElement>('.grid-foot button'))?.focus();
    setFocusRow(null);
  }, [focusRow]);
  // Nothing stands in that column before the service has spoken.
  const answered = session.results.length > 0;
  const first = (page - 1) * rowsOfPage;
  const shown = people.slice(first, first + rowsOfPage);
  const remove = (index: number): void => {
    const rest = people.filter((_, at) => at !== index);
    onSave(rest);
    const next = Math.min(index, rest.length - 1);
    onPage(pageOfRow(Math.max(0, next)));
    setFocusRow(Math.max(0, next));
  };
  return (
    <div ref={table}>
      {people.length === 0 ? (
        <Empty slim icon="people" title={t('people.nobody')}>
          {t('people.none')}
        </Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
        <section className="grid-scroll" tabIndex={0} aria-label={t('people.list')}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col" className="end">
                  {t('people.row')}
                </th>
                <th scope="col">{t('people.insz')}</th>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.employerNumber')}</th>
                <th scope="col">{t('people.status')}</th>
                <th scope="col">{t('people.certificate')}</th>
                <th scope="col">{t('people.validUntil')}</th>
                {answered && <th scope="col">{t('people.answer')}</th>}
                <th scope="col" className="row-act">
                  <span className="only-read-aloud">{t('people.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((person, at) => (
                <PersonRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a participant is known by its place alone
                  key={first + at}
                  index={first + at}
                  person={person}
                  locked={locked}
                  answered={answered}
                  findings={session.findings.filter(({ participant }) => participant === first + at)}
                  result={session.results.find(({ index }) => index === first + at)}
                  year={Number((session.fields.startDate ?? '2025').slice(0, 4))}
                  onSave={(changed) => onSave(people.map((one, i) => (i === first + at ? changed : one)))}
                  onRemove={() => remove(first + at)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="grid-foot">
        {!locked && people.length < 500 && (
          <Button
            icon="plus"
            onPress={() => {
              onSave([...people, emptyParticipant]);
              onPage(pageOfRow(people.length));
              setFocusRow(people.length);
            }}
          >
            {t('people.add')}
          </Button>
        )}
        <span className="quiet-text">{t('people.employerHint')}</span>
      </div>
      {people.length > rowsOfPage && <ListPager page={page} total={people.length} onPage={onPage} />}
    </div>
  );
}

/** The page on which a row stands. */
export const pageOfRow = (index: number): number => Math.floor(index / rowsOfPage) + 1;
