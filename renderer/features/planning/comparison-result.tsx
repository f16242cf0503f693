// The lines of a comparison: how many of each kind, in groups with their sums, page by page, and as a file.
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { useAppState } from '../../app-state.ts';
import { call } from '../../bridge.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ListPager } from '../../ui/list-pager.tsx';
import { ListSave } from '../../ui/list-save.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { ComparedLine } from './compared-line.tsx';
import { groupOf, useGroupName } from './comparison-words.ts';
import { axisOf } from './planning-axis.ts';
import { HourMarks } from './planning-plot.tsx';
import type { Comparison } from './use-comparison.ts';
import '../presences/presences.css';
import './planning.css';

type Shown = CallOutput<'planning.compare'>;

export function ComparisonResult({ comparison, shown }: { comparison: Comparison; shown: Shown }) {
  const { t } = useTranslation('planning');
  const presences = useTranslation('presences');
  const formats = useFormats();
  const { language } = useAppState();
  const nameOf = useGroupName();
  const list = useRef<HTMLDivElement>(null);
  const { by, kind, setKind, page, setPage, asked } = comparison;
  const axis = axisOf(shown.rows);
  const sums = (of: Pick<Shown, 'plannedMinutes' | 'presentMinutes' | 'unclear'>): string =>
    t('sums', {
      planned: formats.duration(of.plannedMinutes),
      present: of.presentMinutes === null ? '?' : formats.duration(of.presentMinutes),
      unclear: of.unclear,
    });
  // The chosen one stays, also when the last line of it is gone.
  const kinds =
    kind === null || shown.counts.some((one) => one.kind === kind)
      ? shown.counts
      : [...shown.counts, { kind, rows: 0 }];
  const groups = shown.groups.map((group) => ({
    ...group,
    lines: shown.rows.filter((row) => groupOf(row, by) === group.id),
  }));
  return (
    <>
      <Sheet title={t('result')} aside={t('tolerated', { minutes: shown.tolerance })} flush>
        <p className="planning-sums">{sums(shown)}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that choose a view, not a set of fields */}
        <div className="filters" role="group" aria-label={t('filter')}>
          <Button small pressed={kind === null} onPress={() => setKind(null)}>
            {t('all')} <span className="count">{shown.all}</span>
          </Button>
          {kinds.map((one) => (
            <Button key={one.kind} small pressed={kind === one.kind} onPress={() => setKind(one.kind)}>
              {t(`kinds.${one.kind}.name`)} <span className="count">{one.rows}</span>
            </Button>
          ))}
        </div>
        {shown.rows.length === 0 ? (
          <Empty icon="search" title={t('noneOfKind')} />
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: the lines of a page, not a set of fields
          <div ref={list} tabIndex={-1} role="group" aria-label={t('result')}>
            <div className="compared-line day-head" aria-hidden="true">
              <span>{by === 'worker' ? t('columns.day') : t('columns.worker')}</span>
              <HourMarks axis={axis} />
              <span className="sum">{presences.t('columns.hours')}</span>
              <span>{t('columns.told')}</span>
            </div>
            {groups.map((group) => (
              <section key={group.id} aria-label={nameOf(group.lines[0], by)}>
                <div className="compared-group">
                  <h3>{nameOf(group.lines[0], by)}</h3>
                  <span>{sums(group)}</span>
                </div>
                <ul className="day">
                  {group.lines.map((row) => (
                    <ComparedLine key={row.id} row={row} by={by} axis={axis} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
        <div className="day-key" aria-hidden="true">
          {(['planned', 'present', 'uncertain'] as const).map((one) => (
            <span key={one}>
              <svg viewBox="0 0 24 12" className="day-line" aria-hidden="true">
                <rect className={keys[one]} x="1" y="1" width="22" height="10" />
              </svg>
              {t(`key.${one}`)}
            </span>
          ))}
        </div>
        <ListPager
          page={page}
          total={shown.total}
          onPage={(next) => {
            setPage(next);
            list.current?.focus();
          }}
        />
      </Sheet>
      <Sheet title={t('save.title')} stacked>
        <ListSave
          forms={(['csv', 'xlsx', 'pdf'] as const).map((form) => ({ form, label: t(`save.${form}`) }))}
          onSave={(format) =>
            call('planning.saveComparison', {
              ...asked,
              kinds: kind === null ? [] : [kind],
              format,
              language,
            })
          }
        />
      </Sheet>
    </>
  );
}

const keys = { planned: 'wanted', present: 'present', uncertain: 'doubt' } as const;
