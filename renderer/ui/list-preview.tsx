// What stands in the file: its sheets, how a text file is read, and the first rows with the line of the headings.
import { useTranslation } from 'react-i18next';
import type { ImportPreview as Preview } from '../../preload/contract/employer-import.ts';
import type { CallInput } from '../../preload/contract/index.ts';
import { useFormats } from '../i18n/formats.ts';
import { CheckboxField, SelectField } from './choice-fields.tsx';
import { Note } from './note.tsx';

type Reading = Pick<CallInput<'employerImport.reread'>, 'encoding' | 'delimiter'>;
type ListPreviewProps = {
  preview: Preview;
  /** Several sheets may belong to one list. */
  several: boolean;
  sheets: readonly number[];
  onSheets: (sheets: number[]) => void;
  /** Null: as guessed. */
  headingLine: number | null;
  onHeadingLine: (line: number | null) => void;
  onReread: (reading: Reading) => void;
};

const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
const delimiters = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

export function ListPreview(props: ListPreviewProps) {
  const { preview, several, sheets, onSheets, headingLine, onHeadingLine, onReread } = props;
  const { t } = useTranslation('lists');
  const formats = useFormats();
  const first = preview.sheets[sheets[0] ?? 0];
  return (
    <>
      <h1>{t('preview.question')}</h1>
      <p className="lead">{t('preview.lead')}</p>
      {preview.doneBefore !== null && (
        <Note>{t('preview.before', { moment: formats.moment(preview.doneBefore) })}</Note>
      )}
      {preview.sheets.length > 1 && several && (
        <fieldset className="field choices">
          <legend className="legend">{t('preview.sheets')}</legend>
          <span className="hint">{t('preview.sheetsHint')}</span>
          {preview.sheets.map((sheet, at) => (
            <CheckboxField
              // biome-ignore lint/suspicious/noArrayIndexKey: sheets of a file do not move, and their names may be alike
              key={`${at} ${sheet.name}`}
              name={`sheet${at}`}
              label={sheet.name}
              hint={t('preview.sheetRows', { rows: sheet.rows, known: sheet.known })}
              checked={sheets.includes(at)}
              onChange={(event) =>
                onSheets(
                  event.target.checked
                    ? [...sheets, at].toSorted((a, b) => a - b)
                    : sheets.filter((one) => one !== at),
                )
              }
            />
          ))}
        </fieldset>
      )}
      <div className="import-reading">
        {preview.sheets.length > 1 && !several && (
          <SelectField
            name="sheet0"
            label={t('preview.sheet')}
            choices={preview.sheets.map((sheet, at) => ({
              value: String(at),
              label: `${sheet.name} – ${t('preview.sheetRows', { rows: sheet.rows, known: sheet.known })}`,
            }))}
            value={String(sheets[0] ?? 0)}
            onChange={(event) => onSheets([Number(event.target.value)])}
          />
        )}
        {preview.kind === 'csv' && (
          <>
            <SelectField
              name="encoding"
              label={t('preview.encoding')}
              hint={t('preview.encodingHint')}
              choices={encodings.map((value) => ({ value, label: t(`preview.encodings.${value}`) }))}
              value={preview.encoding ?? 'utf-8'}
              onChange={(event) => onReread({ encoding: event.target.value as 'utf-8' })}
            />
            <SelectField
              name="delimiter"
              label={t('preview.delimiter')}
              choices={Object.entries(delimiters).map(([value, word]) => ({
                value: value as ';',
                label: t(`preview.delimiters.${word}`),
              }))}
              value={preview.delimiter ?? ';'}
              onChange={(event) =>
                onReread({
                  delimiter: event.target.value as ';',
                  ...(preview.encoding === null ? {} : { encoding: preview.encoding }),
                })
              }
            />
          </>
        )}
        {first !== undefined && sheets.length === 1 && (
          <SelectField
            name="headingLine"
            label={t('preview.headingLine')}
            choices={[
              ...first.sample.map(({ line, cells }) => ({
                value: String(line),
                label:
                  `${t('preview.line', { line })}: ${cells.filter(Boolean).slice(0, 3).join(', ')}`.slice(
                    0,
                    60,
                  ),
              })),
              ...(first.sample.some(({ line }) => line === first.headingLine)
                ? []
                : [
                    {
                      value: String(first.headingLine),
                      label: t('preview.line', { line: first.headingLine }),
                    },
                  ]),
              { value: '0', label: t('preview.noHeadings') },
            ]}
            value={String(headingLine ?? first.headingLine)}
            onChange={(event) => onHeadingLine(Number(event.target.value))}
          />
        )}
      </div>
      {sheets.map((at) => {
        const sheet = preview.sheets[at];
        return (
          sheet !== undefined && (
            <Sample key={at} sheet={sheet} headingLine={sheets.length === 1 ? headingLine : null} />
          )
        );
      })}
    </>
  );
}

function Sample({ sheet, headingLine }: { sheet: Preview['sheets'][number]; headingLine: number | null }) {
  const { t } = useTranslation('lists');
  const line = headingLine ?? sheet.headingLine;
  const label = sheet.name === '' ? t('preview.sample') : t('preview.sampleOf', { name: sheet.name });
  const width = Math.max(...sheet.sample.map(({ cells }) => cells.length), 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="sheet grid-scroll" tabIndex={0} aria-label={label}>
      <table className="grid sample">
        <caption className="only-read-aloud">{label}</caption>
        <tbody>
          {sheet.sample.map((row) => (
            <tr
              key={row.line}
              className={row.line === line ? 'headings' : row.line < line ? 'above' : undefined}
            >
              <th scope="row" className="quiet-text">
                {row.line}
                {row.line === line && <span className="only-read-aloud"> {t('preview.headings')}</span>}
              </th>
              {Array.from({ length: width }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a file have no other name than their place
                <td key={at}>{row.cells[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
