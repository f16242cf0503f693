// The clients for whom a sheet can be made: sought by name, chosen one by one or all that are shown.
import { useTranslation } from 'react-i18next';
import type { IntakeEmployer } from '../../../preload/contract/intake.ts';
import { Button } from '../../ui/button.tsx';
import { useFieldId } from '../../ui/field.tsx';

type SheetEmployersProps = {
  rows: readonly IntakeEmployer[];
  /** How many there are beyond those shown. */
  more: number;
  text: string;
  onText: (text: string) => void;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
};

export function SheetEmployers({ rows, more, text, onText, chosen, onChosen }: SheetEmployersProps) {
  const { t } = useTranslation('intake');
  const id = useFieldId('sought');
  const able = rows.filter(({ workers }) => workers > 0);
  const set = (employerId: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(employerId);
    else next.delete(employerId);
    onChosen(next);
  };
  return (
    <div className="sheet import-sheet">
      <div className="filters">
        <input
          id={id}
          type="search"
          className="input small"
          aria-label={t('page.search')}
          placeholder={t('page.search')}
          maxLength={120}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <Button
          small
          onPress={() => onChosen(new Set([...chosen, ...able.map(({ employerId }) => employerId)]))}
        >
          {t('page.all')}
        </Button>
        <Button small onPress={() => onChosen(new Set())}>
          {t('page.none')}
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className="quiet-sheet-text" role="status">
          {t('page.empty')}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
        <section className="grid-scroll" tabIndex={0} aria-label={t('page.list')}>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('page.employer')}</th>
                <th scope="col">{t('page.language')}</th>
                <th scope="col" className="end">
                  {t('page.workers')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.employerId}>
                  <th scope="row">
                    <label className="choice">
                      <input
                        type="checkbox"
                        aria-label={t('page.choose', { name: row.name })}
                        checked={chosen.has(row.employerId)}
                        disabled={row.workers === 0 && !chosen.has(row.employerId)}
                        onChange={(event) => set(row.employerId, event.target.checked)}
                      />
                      <span>{row.name}</span>
                    </label>
                  </th>
                  <td>{t(`page.languages.${row.language}`)}</td>
                  <td className="end">
                    {row.workers === 0 ? (
                      <span className="quiet-text">{t('page.noWorkers')}</span>
                    ) : (
                      row.workers
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {more > 0 && (
        <div className="grid-foot" role="status">
          {t('page.more', { count: more })}
        </div>
      )}
    </div>
  );
}
