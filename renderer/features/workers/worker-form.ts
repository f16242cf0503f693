// What is typed about a worker, and how it becomes the input of a call. What was typed stays as typed.
import type { Worker } from '../../../preload/contract/employers.ts';
import type { Finding } from '../../../preload/contract/finding.ts';
import type { Language, LocalDate } from '../../../preload/contract/values.ts';
import { formatInsz } from '../../../preload/rules/identifiers/insz.ts';
import { checkWorker } from '../../../preload/rules/workers/check-worker.ts';
import { readDay } from '../../../preload/rules/workers/read-day.ts';

export type WorkerTyped = {
  insz: string;
  familyName: string;
  givenName: string;
  /** `yyyy-mm-dd`, or as typed while that is no day: an unreadable day is a mistake to mend, not an empty field. */
  startDate: string | null;
  endDate: string | null;
  /** Per cent of full time as typed: `80`, `80 %`, `100`. */
  part: string;
  language: Language | null;
};

export const emptyWorker: WorkerTyped = {
  insz: '',
  familyName: '',
  givenName: '',
  startDate: null,
  endDate: null,
  part: '100',
  language: null,
};

export const typedFrom = (worker: Worker): WorkerTyped => ({
  insz: formatInsz(worker.insz),
  familyName: worker.familyName,
  givenName: worker.givenName,
  startDate: worker.startDate,
  endDate: worker.endDate,
  part: String(worker.employmentHundredths),
  language: worker.language,
});

/** `80 %` → 80; what is no whole number becomes 0, which the rule refuses. */
const readPart = (text: string): number => {
  const value = Number(text.replace('%', '').trim().replace(',', '.'));
  return Number.isInteger(value) ? value : 0;
};

/** For the field of a day, which keeps what cannot be read by itself. */
export const readableDay = (typed: string | null): string | null => (typed === null ? null : readDay(typed));

/** The fields that both adding and changing send; only for a form without findings. */
export const workerInput = (typed: WorkerTyped) => ({
  familyName: typed.familyName.trim(),
  givenName: typed.givenName.trim(),
  language: typed.language,
  startDate: (readableDay(typed.startDate) ?? '') as LocalDate,
  endDate: readableDay(typed.endDate) as LocalDate | null,
  employmentHundredths: readPart(typed.part),
});

/** The same rules as for a pasted list and on the command line. `today` is `yyyy-mm-dd`. */
export const findingsOf = (typed: WorkerTyped, today: string): Finding[] =>
  checkWorker(
    {
      insz: typed.insz,
      familyName: typed.familyName,
      givenName: typed.givenName,
      startDate: typed.startDate ?? '',
      endDate: typed.endDate,
      employmentHundredths: readPart(typed.part),
    },
    { today },
  );

/** Today in Brussels, for rules that a page runs while typing; main checks again on its own day. */
export const todayInBrussels = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', dateStyle: 'short' }).format(new Date());
