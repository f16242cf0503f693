// An inscription service in memory, for tests of what is inscribed there.
import type { AuthenticSource } from '../../../main/register/authentic-source.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { addPeriod, type Period, removePeriod } from '../../../preload/rules/register/periods.ts';

/** A service that keeps lines by number and context as the rules say, and counts what it was asked. */
export function service(refuses: (insz: string, context: string) => Result<never> | null = () => null) {
  const kept = new Map<string, Period[]>();
  const asked: string[] = [];
  const lines = (context: string, periods: Period[]) =>
    periods.map((one) => ({ inscriptionContext: context, qualityCode: null, period: one }));
  const source: AuthenticSource = {
    async insert({ insz, type, period: days }) {
      const context = type?.inscriptionContext ?? '';
      asked.push(`${insz} ${context} ${days.begin}`);
      const refused = refuses(insz, context);
      if (refused !== null) return refused;
      const { periods, same } = addPeriod(kept.get(`${insz} ${context}`) ?? [], days);
      kept.set(`${insz} ${context}`, periods);
      const warnings = same ? [{ code: 'INS00006' }] : [];
      return ok({ insz, replaces: null, warnings, lines: lines(context, periods) });
    },
    async delete({ insz, type, period: days }) {
      const context = type?.inscriptionContext ?? '';
      const before = kept.get(`${insz} ${context}`) ?? [];
      const periods = days === null ? [] : removePeriod(before, days).periods;
      kept.set(`${insz} ${context}`, periods);
      return ok({ insz, replaces: null, warnings: [], lines: lines(context, periods) });
    },
    async consult({ insz, type }) {
      const context = type?.inscriptionContext ?? '';
      const refused = refuses(insz, context);
      const known = lines(context, kept.get(`${insz} ${context}`) ?? []);
      return refused ?? ok({ insz, replaces: null, warnings: [], lines: known });
    },
  };
  return { source, kept, asked };
}
