// SQL of the list of messages: sought in function, ticket, layer and code; all of them or those that went wrong.
import type { CbssExchangeRow } from '../../../preload/contract/cbss-workbench.ts';
import { type Database, statement } from '../../platform/database.ts';

export type ExchangeSearch = {
  text: string;
  problemsOnly: boolean;
  page: number;
  pageSize: number;
};

/** Codes of answers that need nobody. */
const quiet = ['MSG00000', 'MSG00100', 'INS00006'];

/** The newest first. */
export function searchExchanges(
  db: Database,
  { text, problemsOnly, page, pageSize }: ExchangeSearch,
): { rows: CbssExchangeRow[]; total: number } {
  const where = `(? = '' OR instr(lower(operation || ' ' || ticket || ' ' || coalesce(layer, '') || ' ' || coalesce(code, '')), ?) > 0)
    AND (? = 0 OR layer IS NULL OR layer <> 'business' OR code NOT IN (SELECT value FROM json_each(?)))`;
  const sought = text.trim().toLowerCase();
  const given = [sought, sought, Number(problemsOnly), JSON.stringify(quiet)];
  const { total } = statement(db, `SELECT count(*) AS total FROM cbss_exchange WHERE ${where}`).get(
    ...given,
  ) as {
    total: number;
  };
  const sql = `SELECT id, at, operation, ticket, tries, milliseconds, layer, code FROM cbss_exchange WHERE ${where}
    ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`;
  const rows = statement(db, sql).all(...given, pageSize, (page - 1) * pageSize) as CbssExchangeRow[];
  return { rows, total };
}
