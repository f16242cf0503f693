// The calls `intake.*`.
import { ok } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';
import { saveReport, showReport } from './client-report.ts';
import { listIntakeEmployers } from './intake-store.ts';
import { intakeSheets } from './make-sheets.ts';

export function intakeHandlers(session: Session): HandlersOf<'intake'> {
  const sheets = intakeSheets(session);
  return {
    'intake.employers': (input) => {
      const { rows, total } = listIntakeEmployers(session.db, input);
      return ok({ rows, total, page: input.page, pageSize: input.pageSize });
    },
    'intake.make': (input, { windowId }) => sheets.make(windowId, input),
    'intake.save': ({ jobId }, { windowId }) => sheets.save(windowId, jobId),
    'intake.report': (input) => showReport(session, input),
    'intake.saveReport': (input, { windowId }) => saveReport(session, windowId, input),
  };
}
