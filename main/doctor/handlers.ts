// The calls `doctor.*` and `exchange.*`.
import type { DoctorReport } from '../../preload/contract/doctor.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { asCurl, asHttp } from '../platform/copy-exchange.ts';
import type { Environment } from '../platform/environment.ts';
import type { ExchangeLog, ExchangeRow } from '../platform/exchange-log.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { HttpPort } from '../platform/http.ts';
import type { Session } from '../platform/session.ts';
import type { TextLanguage } from '../platform/texts.ts';
import { checkAddresses } from './check-addresses.ts';
import { reportAsJson, reportAsText } from './report-text.ts';
import { runDoctor } from './run-doctor.ts';

export type DoctorParts = {
  session: Session;
  exchanges: ExchangeLog;
  /** An environment with what was entered for it; null: no such one. */
  environment: (name: string) => Environment | null;
  makeHttp: (environment: Environment) => HttpPort;
};

export function doctorHandlers(parts: DoctorParts): HandlersOf<'doctor' | 'exchange'> {
  const { session, exchanges } = parts;
  let last: DoctorReport | null = null;
  const written = (id: string, form: 'text' | 'json', language: TextLanguage): Result<string> => {
    if (last?.id !== id) return fail('notFound');
    const { texts, appVersion } = session;
    return ok(form === 'json' ? reportAsJson(last) : reportAsText(last, texts, language, appVersion));
  };
  return {
    'doctor.run': async (input) => {
      const report = await runDoctor(session, input);
      if (report.ok) last = report.value;
      return report;
    },
    'doctor.last': () => ok({ report: last }),
    'doctor.copy': ({ id, form, language }) => {
      const text = written(id, form, language);
      return text.ok ? ok({ text: text.value.slice(0, 200_000) }) : text;
    },
    'doctor.save': async ({ id, form, language }, { windowId }) => {
      const text = written(id, form, language);
      if (!text.ok) return text;
      const name = `doctor-${session.clock.now().toISOString().slice(0, 10)}.${form === 'json' ? 'json' : 'txt'}`;
      const saved = await session.host.saveFile(windowId, name, Buffer.from(text.value));
      return saved.ok ? ok({ saved: saved.value !== null, name: saved.value?.name ?? '' }) : saved;
    },
    'doctor.addresses': async ({ environment: name }) => {
      const environment = parts.environment(name);
      if (environment === null) return fail('environmentUnknown', { details: { environment: name } });
      if (name === session.environment.name)
        return ok({ hosts: await checkAddresses(environment, session.http, session.clock.now) });
      const http = parts.makeHttp(environment);
      const hosts = await checkAddresses(environment, http, session.clock.now);
      await http.close();
      return ok({ hosts });
    },
    ...exchangeHandlers(exchanges),
  };
}

function exchangeHandlers(exchanges: ExchangeLog): HandlersOf<'exchange'> {
  return {
    'exchange.list': ({ text, problemsOnly }) => {
      const all = exchanges.rows();
      const rows = all.filter(
        (row) => fits(row, text.trim().toLowerCase()) && (!problemsOnly || isProblem(row)),
      );
      return ok({ rows: within(rows), total: rows.length });
    },
    'exchange.show': ({ number }) => {
      const detail = exchanges.detail(number);
      return detail === null ? fail('notFound') : ok(detail);
    },
    'exchange.copy': ({ number, form }) => {
      const detail = exchanges.detail(number);
      if (detail === null) return fail('notFound');
      return ok({ text: (form === 'curl' ? asCurl(detail) : asHttp(detail)).slice(0, 60_000) });
    },
    'exchange.clear': () => {
      exchanges.clear();
      return ok({});
    },
  };
}

const isProblem = ({ status }: ExchangeRow): boolean => status === null || status >= 400;

const fits = ({ method, url, status, ended, traceId }: ExchangeRow, text: string): boolean =>
  text === '' || `${method} ${url} ${status ?? ''} ${ended} ${traceId}`.toLowerCase().includes(text);

/** An answer may weigh 256 kB: with long addresses fewer than 500 fit. */
function within(rows: readonly ExchangeRow[]): ExchangeRow[] {
  let room = 200_000;
  return rows.slice(0, 500).filter((row) => {
    room -= JSON.stringify(row).length;
    return room > 0;
  });
}
