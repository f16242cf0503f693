// The app itself: where it stands, what it is called, finding things, long work and files.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { failureCodeSchema, failureSchema } from './result.ts';
import { languageSchema } from './values.ts';

export const environmentNameSchema = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);
export const environmentKindSchema = z.enum(['practice', 'simulation', 'acceptance', 'production']);
export const themeSchema = z.enum(['system', 'light', 'dark', 'contrast']);

export const appStateSchema = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'chromium', 'none']),
  environment: z.strictObject({ name: environmentNameSchema, kind: environmentKindSchema }),
  environments: z.array(z.strictObject({ name: environmentNameSchema, kind: environmentKindSchema })).max(20),
  /** Business date of the practice environment; null elsewhere. */
  practiceDate: z.iso.date().nullable(),
  /** Whether the services of the environment were reachable when last asked; `unknown` before the first time. */
  online: z.enum(['online', 'offline', 'unknown']),
  language: languageSchema,
  theme: themeSchema,
  /** Name of the person at the keys, as entered in Settings; empty until then. */
  personName: z.string().max(120),
  employerId: idSchema.nullable(),
  /** Set when the data cannot be opened: the app then shows the rescue screen and writes nothing. */
  rescue: z.strictObject({ code: failureCodeSchema, file: z.string().max(120) }).nullable(),
  counts: z.strictObject({
    today: z.int(),
    trainingToFix: z.int(),
    connection: z.int(),
    outbox: z.int(),
    employers: z.int(),
    workers: z.int(),
    /** Approved, and not read yet. */
    applicants: z.int().optional(),
  }),
  firstRun: z.boolean(),
});
export type AppState = z.infer<typeof appStateSchema>;

export const foundSchema = z.strictObject({
  /** `person`: of the register alone, a worker of nobody. */
  kind: z.enum(['employer', 'worker', 'person', 'training', 'certificate', 'account']),
  id: idSchema,
  title: z.string().max(300),
  subtitle: z.string().max(300),
  /** Route in the page, by internal id only. */
  path: z.string().max(200),
});

export const jobSchema = z.strictObject({
  id: idSchema,
  kind: z.enum([
    'outboxSend',
    'outboxResolve',
    'historyVerify',
    'historyExport',
    'certificateGenerate',
    'trainingImport',
    'trainingList',
    'employerImport',
    'intakeSheets',
    'trainingAccounts',
    'doctor',
    'rescue',
    'rescueExport',
    'presenceLookUp',
    'presenceFollow',
    'presenceExport',
    'posters',
    'planningImport',
    'applicantFollow',
    'applicantBatch',
    'registerFeed',
    'registerInscribing',
  ]),
  state: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
  done: z.int().min(0),
  /** Null while the size of the work is not known. */
  total: z.int().min(0).nullable(),
  startedAt: z.iso.datetime(),
  /** Items per minute, and seconds left; null until it can be said. */
  perMinute: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  failure: failureSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

const pickedFileSchema = z.strictObject({
  selectionId: idSchema,
  name: z.string().max(255),
  bytes: z.int().min(0),
});

export const appCalls = {
  'app.state': read(nothing, appStateSchema),
  'app.find': read(
    z.strictObject({ text: z.string().max(120), limit: z.int().min(1).max(50).default(12) }),
    z.strictObject({ found: z.array(foundSchema).max(50) }),
  ),
  /** What is open comes in front of others: a second start on this profile asks for it. Failure notSupportedHere where nothing is shown. */
  'app.comeForward': act(nothing, nothing),
  /** Opens an official page in the person's own browser: only addresses on the allow-list of `environments.json`. */
  'app.openLink': act(z.strictObject({ link: z.string().max(60) }), nothing),
  /** Opens a document that this window saved lately, with the program of the PC. Failures: notFound (gone since), notSupportedHere. */
  'app.openSaved': act(z.strictObject({ name: z.string().min(1).max(255) }), nothing),
  'job.list': read(nothing, z.strictObject({ jobs: z.array(jobSchema).max(100) })),
  'job.cancel': act(z.strictObject({ id: idSchema }), nothing),
  /** Main opens the dialog and reads the file later; the page gets a short-lived id and a base name. */
  'file.pick': act(
    z.strictObject({
      purpose: z.enum([
        'certificate',
        'certificateKey',
        'certificateAnswer',
        'trainings',
        'addresses',
        'employers',
        'planning',
        'applicants',
        'rescue',
        'worksCode',
      ]),
    }),
    pickedFileSchema,
  ),
  /** Several at once, for lists that come from many clients. Failure fileNotChosen. */
  'file.pickMany': act(
    z.strictObject({ purpose: z.enum(['trainings', 'registerFeed']) }),
    z.strictObject({ files: z.array(pickedFileSchema).max(200) }),
  ),
};

export const appEvents = {
  'app.changed': event(changedSchema),
  'job.progress': event(jobSchema),
  'job.done': event(jobSchema),
  'job.failed': event(jobSchema),
};
