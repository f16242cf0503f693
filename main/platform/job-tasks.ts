// The tasks that run in worker threads, by name. Each is loaded in the worker only; its input and output must survive
// structured cloning. To add one, add a line: `'<noun>.<verb>': async () => (await import('…')).taskName`.

/**
 * A task: gets its input, a way to report progress and one to hand parts over on the way (with the buffers that go along
 * without being copied), answers a value (a `Result` where it can fail).
 */
export type TaskRun<I, O> = (
  input: I,
  progress: (done: number, total: number | null) => void,
  handOver: (part: unknown, transfer: ArrayBuffer[]) => void,
) => Promise<O> | O;

export const tasks = {
  /** Counts in steps: proves progress, cancelling and a window that stays free. */
  'self.count': async () => (await import('./self-count.ts')).countTask,
  /** A workbook or a delimited text with its rows. */
  'table.read': async () => (await import('./tables/read-table.ts')).readTable,
  /** Rows as a file for a spreadsheet. */
  'table.write': async () => (await import('./tables/write-sheet.ts')).writeSheet,
  /** Documents put together in one archive. */
  'archive.store': async () => (await import('../training/account/archive-accounts.ts')).archiveAccounts,
  /** Receipts of sendings as a workbook. */
  'receipts.write': async () => (await import('../outbox/write-receipts.ts')).writeReceipts,
  /** Intake sheets for one or many employers. */
  'intake.write': async () => (await import('../training/intake/write-workbook.ts')).writeWorkbooks,
  /** A list of trainings: what stands in it, and its rows judged. */
  'trainingImport.look': async () => (await import('../training/import/list-source.ts')).lookAtList,
  'trainingLists.signs': async () => (await import('../training/import/many-signs.ts')).readSigns,
  'trainingImport.judge': async () => (await import('../training/import/judge-list.ts')).judgeList,
  /** QR codes of a picture or a PDF. */
  'codes.read': async () => (await import('../codes/read-task.ts')).readCodesTask,
  'codes.readPicture': async () => (await import('../codes/grey-picture.ts')).readPictureTask,
  'codes.readFrame': async () => (await import('../codes/grey-picture.ts')).readFrameTask,
  /** A planning: what stands in it, the columns of a sheet, and its rows read. */
  'planning.look': async () => (await import('../planning/look-planning.ts')).lookAtPlanning,
  'planning.columns': async () => (await import('../planning/look-planning.ts')).columnsOfPlanning,
  'planning.read': async () => (await import('../planning/read-planning.ts')).readPlanning,
  /** Posters: drawn, laid over what they share, and their codes read again. */
  'posters.draw': async () => (await import('../posters/draw-task.ts')).drawPosters,
  'posters.join': async () => (await import('../posters/join-task.ts')).joinPosters,
  'posters.verify': async () => (await import('../posters/verify-task.ts')).verifyPosters,
  'posters.picture': async () => (await import('../posters/picture-task.ts')).pictureOfPoster,
  /** Cards for applicants: their codes read again. */
  'applicantSheets.verify': async () => (await import('../applicants/sheet-verify-task.ts')).verifySheets,
  /** Answers of the inscription service. */
  'cbss.inspect': async () => (await import('../register/workbench/inspect-message.ts')).inspectMessage,
  'cbss.read': async () => (await import('../register/cbss/answer-task.ts')).answerTask,
  /** The mutation feed: a voucher, and the file that it speaks of. */
  'registerFeed.voucher': async () => (await import('../register/feed/read-voucher.ts')).readVoucher,
  'registerFeed.check': async () => (await import('../register/feed/check-file.ts')).checkFile,
  /** Tables of the archive of a client. */
  'rescue.write': async () => (await import('../rescue/write-tables.ts')).writeTables,
} as const;

export type TaskName = keyof typeof tasks;
type Loaded<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;
export type TaskInput<N extends TaskName> = Parameters<Loaded<N>>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Loaded<N>>>;
