// The lines that the list shows as a file for a spreadsheet. The day names the file, never a person; that it was saved is recorded.
import type { HandlerInput, HandlerOutput } from '../../../preload/contract/index.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { formatInsz } from '../../../preload/rules/identifiers/insz.ts';
import { recordAct } from '../../history/record-act.ts';
import { attempt } from '../../platform/database.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { inSlices, type Steps } from '../../platform/slices.ts';
import { sheetBytes } from '../../platform/tables/write-sheet.ts';
import { listLines } from '../list-store.ts';
import { listTypes } from '../type-store.ts';

type Asked = HandlerInput<'registerLines.save'>;
type Row = HandlerOutput<'register.list'>['rows'][number];

const pageSize = 500;
/** Rows of one file. */
const mostSaved = 10_000;

export const registerSavingHandlers = (session: Session): HandlersOf<'registerLines'> => ({
  'registerLines.save': (input, { windowId }) => saveLines(session, windowId, input),
});

async function saveLines(
  session: Session,
  windowId: string,
  { format, language, ...asked }: Asked,
): Promise<Result<HandlerOutput<'registerLines.save'>>> {
  const day = asked.day ?? session.businessDate();
  const t = (key: string): string => session.texts.t(language, `register.${key}`);
  const names = new Map(
    listTypes(session.db).map(({ code, name, predefined }) => [code, predefined ? t(`type.${code}`) : name]),
  );
  const cellsOf = (row: Row): string[] => [
    row.familyName,
    row.givenName,
    formatInsz(row.insz),
    row.employerName,
    names.get(row.dossierType) ?? row.dossierType,
    row.period.begin,
    row.period.end ?? '',
    t(`state.${stateOf(row, day)}`),
    t(`verified.${row.verifiedBy}`),
  ];
  // What the list counts stops earlier than what a file may hold: its pages are read to the end.
  function* written(): Steps<string[][] | null> {
    const rows: string[][] = [];
    for (let page = 1; ; page += 1) {
      const found = listLines(session.db, { ...asked, day, page, pageSize }).rows;
      for (const row of found) {
        rows.push(cellsOf(row));
        yield;
      }
      if (rows.length > mostSaved) return null;
      if (found.length < pageSize) return rows;
    }
  }
  const rows = await inSlices(written());
  if (rows === null) return fail('tooLarge');
  if (rows.length === 0) return fail('nothingToSend');
  const headings = ['lastName', 'givenName', 'insz', 'employer', 'type', 'begin', 'end', 'state', 'verified'];
  const bytes = await sheetBytes(format, {
    name: t('tabs.lines'),
    headings: headings.map((heading) => t(`save.columns.${heading}`)),
    rows,
  });
  if (!bytes.ok) return bytes;
  const saved = await session.host.saveFile(windowId, `${t('save.file')}-${day}.${format}`, bytes.value);
  if (!saved.ok) return saved;
  if (saved.value === null) return fail('fileNotChosen');
  const { name } = saved.value;
  attempt(session.db, () => {
    recordAct(session, {
      employerId: asked.employerId ?? null,
      kind: 'register.saved',
      summary: '',
      payload: { rows: rows.length, format },
    });
    return ok({});
  });
  return ok({ name: name.slice(0, 255), rows: rows.length });
}

const stateOf = ({ period, review }: Row, day: string): 'review' | 'coming' | 'ended' | 'active' =>
  review !== null
    ? 'review'
    : period.begin > day
      ? 'coming'
      : period.end !== null && period.end < day
        ? 'ended'
        : 'active';
