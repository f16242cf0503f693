// What stands at the service is brought home before it ends: read worker-year by worker-year, or by hand, compared, kept.
import { z } from 'zod';
import { trainingImportFields } from '../rules/training/import-fields.ts';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { failureSchema } from './result.ts';
import { recordStateSchema, trainingFieldsSchema, trainingStatusSchema } from './training.ts';
import { languageSchema } from './values.ts';

/** First and last year of which the service holds data. */
export const firstRescueYear = 2023;
export const lastRescueYear = 2026;
const yearSchema = z.int().min(firstRescueYear).max(lastRescueYear);

export const rescueStateSchema = z.enum(['waiting', 'asked', 'found', 'empty', 'failed']);
export type RescueState = z.infer<typeof rescueStateSchema>;
export const rescueManualSchema = z.enum(['open', 'saved', 'nothing']);
export const rescueOutcomeSchema = z.enum(['same', 'onlyThere', 'onlyHere', 'differs']);
export type RescueOutcome = z.infer<typeof rescueOutcomeSchema>;
export const rescueStepSchema = z.enum(['access', 'open', 'choose', 'save', 'bring', 'compare']);
export type RescueStep = z.infer<typeof rescueStepSchema>;

/** Worker-years by state; `records`: trainings found. */
export const rescueCountsSchema = z.strictObject({
  waiting: z.int(),
  asked: z.int(),
  found: z.int(),
  empty: z.int(),
  failed: z.int(),
  records: z.int(),
});
export type RescueCounts = z.infer<typeof rescueCountsSchema>;

/** Why a row of a list cannot be taken in. */
export const rescueRefusalSchema = z.enum(['workerUnknown', 'yearUnknown', 'titleMissing', 'dateUnreadable']);
export type RescueRefusal = z.infer<typeof rescueRefusalSchema>;
const listFieldSchema = z.enum(trainingImportFields);
const takenSchema = z.strictObject({
  kind: z.enum(['list', 'evidence']),
  name: z.string().max(255),
  hash: z.string().max(64),
  rows: z.int(),
  taken: z.int(),
  years: z.int(),
  refused: z.array(z.strictObject({ line: z.int(), reason: rescueRefusalSchema })).max(500),
});

/** How a client stands in a run. */
export const rescueEndSchema = z.enum(['waiting', 'running', 'done', 'failed', 'givenUp']);
export type RescueEnd = z.infer<typeof rescueEndSchema>;
/** How far a client is brought home, whichever way: `none` not begun. */
export const rescueStandingSchema = z.enum(['none', 'partly', 'failed', 'givenUp', 'complete']);
export type RescueStanding = z.infer<typeof rescueStandingSchema>;
export const rescueFilterSchema = z.enum(['all', 'missing', 'failed', 'none', 'complete', 'noRoute']);
export type RescueFilter = z.infer<typeof rescueFilterSchema>;
export const rescueSortSchema = z.enum(['name', 'standing', 'read', 'found', 'failed', 'manual']);

export const rescueClientSchema = z.strictObject({
  employerId: idSchema,
  name: z.string().max(200),
  enterpriseNumber: z.string().max(20),
  /** Whether a route leads to the service, and why not. */
  route: failureSchema.nullable(),
  begun: z.boolean(),
  /** When the service gave its list of workers. */
  listedAt: z.iso.datetime().nullable(),
  counts: rescueCountsSchema,
  manual: z.strictObject({ done: z.int(), total: z.int() }),
  failure: failureSchema.nullable(),
  standing: rescueStandingSchema,
  /** How it ended in the last run; null where it was in none. */
  end: z
    .strictObject({
      state: rescueEndSchema,
      failure: failureSchema.nullable(),
      at: z.iso.datetime().nullable(),
    })
    .nullable(),
});
export type RescueClient = z.infer<typeof rescueClientSchema>;

const sideSchema = z.strictObject({
  title: z.string().max(255),
  status: trainingStatusSchema,
  startDate: z.iso.date().nullable(),
  endDate: z.iso.date().nullable(),
  durationMinutes: z.int().nullable(),
});
export const rescueRecordSchema = z.strictObject({
  /** The service's reference, or ours where it has none. */
  reference: z.string().max(64),
  outcome: rescueOutcomeSchema,
  there: sideSchema.extend({ channel: z.string().max(60) }).nullable(),
  here: sideSchema.extend({ trainingId: idSchema, state: recordStateSchema }).nullable(),
  differing: z.array(trainingFieldsSchema.keyof()).max(20),
  /** Whether the register can hold it without losing anything. */
  fits: z.boolean(),
});
export type RescueRecord = z.infer<typeof rescueRecordSchema>;

export const rescueTallySchema = z.strictObject({
  same: z.int(),
  onlyThere: z.int(),
  onlyHere: z.int(),
  differs: z.int(),
});
export type RescueTally = z.infer<typeof rescueTallySchema>;

/** Days in hundredths; `dayLength` in minutes; `partOfFullTime` in hundredths of full time. */
export const rescueMeasureSchema = z.enum([
  'right',
  'partOfFullTime',
  'carriedOver',
  'initial',
  'followed',
  'planned',
  'remaining',
  'dayLength',
]);
export type RescueMeasure = z.infer<typeof rescueMeasureSchema>;
/** Why the service's figure may be another than ours: sentences `rescue.rights.why.<reason>`. */
export const rescueRightReasonSchema = z.enum([
  'sizeUnknown',
  'size',
  'agreement',
  'filedByHand',
  'right',
  'carriedOver',
  'partOfFullTime',
  'byMonths',
  'trainings',
  'weeklyHours',
  'countedOtherwise',
  'rounding',
  'follows',
]);
export type RescueRightReason = z.infer<typeof rescueRightReasonSchema>;
export const rescueRightLineSchema = z.strictObject({
  measure: rescueMeasureSchema,
  there: z.int(),
  /** Null where the register does not know the worker. */
  here: z.int().nullable(),
  differs: z.boolean(),
  reasons: z.array(rescueRightReasonSchema).max(10),
});
export type RescueRightLine = z.infer<typeof rescueRightLineSchema>;
export const rescueRightsSchema = z.strictObject({
  readAt: z.iso.datetime(),
  source: z.string().max(60),
  automatic: z.boolean().nullable(),
  jointCommittee: z.string().max(60),
  agreement: z.string().max(60),
  lines: z.array(rescueRightLineSchema).max(20),
});
export type RescueRights = z.infer<typeof rescueRightsSchema>;

export const rescueYearSchema = z.strictObject({
  id: idSchema,
  workerId: idSchema.nullable(),
  workerName: z.string().max(200),
  atService: z.boolean(),
  year: yearSchema,
  state: rescueStateSchema,
  manual: rescueManualSchema,
  answeredAt: z.iso.datetime().nullable(),
  answerHash: z.string().max(64).nullable(),
  failure: failureSchema.nullable(),
  tally: rescueTallySchema,
  /** Who settled it by hand, and when; null where nobody did, or before that was kept. */
  manualBy: z.string().max(200).nullable(),
  manualAt: z.iso.datetime().nullable(),
  /** Whether right or credit differ from our computation; null where the service said nothing of them. */
  rightsDiffer: z.boolean().nullable(),
});
export type RescueYear = z.infer<typeof rescueYearSchema>;

const namesSchema = z.array(z.string().max(200)).max(200);
const yearsInput = z.array(yearSchema).min(1).max(4).default([2023, 2024, 2025, 2026]);
const againInput = z.enum(['none', 'failed', 'all']);
/** Which clients of the overview, and in which order. */
const overviewInput = {
  text: z.string().max(120).default(''),
  employerId: idSchema.nullable().default(null),
  show: rescueFilterSchema.default('all'),
  sort: rescueSortSchema.default('name'),
  descending: z.boolean().default(false),
};
const byEmployer = z.strictObject({ employerId: idSchema });
const adoptionSchema = z.strictObject({
  id: idSchema,
  at: z.iso.datetime(),
  adopted: z.int(),
  undoneAt: z.iso.datetime().nullable(),
});

export const rescueCalls = {
  /** Where all stands: whether the service may be asked here, what runs, and sums over all clients. */
  'rescue.status': read(
    nothing,
    z.strictObject({
      /** `addressNotConfirmed`: outside practice nobody has confirmed the address in Going live. */
      api: z.enum(['available', 'addressNotConfirmed']),
      jobId: idSchema.nullable(),
      waitUntil: z.iso.datetime().nullable(),
      lastFailure: failureSchema.nullable(),
      clients: z.int(),
      begun: z.int(),
      counts: rescueCountsSchema,
      /** Clients brought home wholly, and those that a run could not read or a person gave up. */
      home: z.int(),
      toTryAgain: z.int(),
      /** Days until the last day on which the service can be read, that day included; null where no end is known. */
      days: z.strictObject({ left: z.int(), until: z.iso.date() }).nullable(),
      /** Null `acceptedAt`: this person has not accepted the notice here yet. */
      notice: z.strictObject({ acceptedAt: z.iso.datetime().nullable(), by: z.string().max(200) }),
      plan: z.strictObject({ dueAt: z.iso.datetime(), by: z.string().max(200) }).nullable(),
      /** The last run: `dueAt` where it was planned, `waitUntil` where a silent service is asked again by itself. */
      run: z
        .strictObject({
          dueAt: z.iso.datetime().nullable(),
          startedAt: z.iso.datetime(),
          resumedAt: z.iso.datetime().nullable(),
          waitUntil: z.iso.datetime().nullable(),
          endedAt: z.iso.datetime().nullable(),
          paused: z.boolean(),
          by: z.string().max(200),
          failure: failureSchema.nullable(),
          clients: z.strictObject({
            waiting: z.int(),
            running: z.int(),
            done: z.int(),
            failed: z.int(),
            givenUp: z.int(),
          }),
        })
        .nullable(),
    }),
  ),
  /** The person accepts the notice before reading: once for each person and environment. */
  'rescue.acceptNotice': act(z.strictObject({ accepted: z.literal(true) }), nothing),
  'rescue.clients': read(z.strictObject({ ...pageInput, ...overviewInput }), pageOf(rescueClientSchema)),
  /** The overview as it is filtered and sorted, as a file. Failures: those of saving. */
  'rescue.saveOverview': act(
    z.strictObject({ ...overviewInput, format: z.enum(['csv', 'xlsx']), language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  /**
   * Asks for one client, or in one run for all that a route leads to. `again`: besides what was never asked also what
   * failed, or everything once more. `which`: of all clients only those that failed or were given up. Failures:
   * noticeNotAccepted, stateNotAllowed (it runs, or the address is not confirmed), nothingToSend.
   */
  'rescue.start': act(
    z.strictObject({
      employerId: idSchema.nullable().default(null),
      which: z.enum(['all', 'failed']).default('all'),
      years: yearsInput,
      again: againInput.default('none'),
    }),
    z.strictObject({ jobId: idSchema, clients: z.int() }),
  ),
  /** Remembers a reading for all clients at the next time that a clock in Belgium shows this hour. Failures as for a start. */
  'rescue.plan': act(
    z.strictObject({
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      years: yearsInput,
      again: againInput.default('failed'),
    }),
    z.strictObject({ dueAt: z.iso.datetime() }),
  ),
  'rescue.dropPlan': act(nothing, nothing),
  /** Begins what was planned and goes on with what was cut off, where its time has come: the app asks it of itself. */
  'rescue.runDue': act(nothing, z.strictObject({ started: z.boolean() })),
  /** Goes on with what is left, as after a pause or a kill. */
  'rescue.resume': act(nothing, z.strictObject({ jobId: idSchema, clients: z.int() })),
  /** Stops asking; what is left stays to be resumed. */
  'rescue.pause': act(nothing, nothing),
  /** Stops, and forgets what was never asked. */
  'rescue.cancel': act(
    z.strictObject({ employerId: idSchema.nullable().default(null) }),
    z.strictObject({ dropped: z.int() }),
  ),
  'rescue.report': read(
    byEmployer,
    z.strictObject({
      client: rescueClientSchema,
      tally: rescueTallySchema,
      /** Worker-years of which the service told right or credit, and those that differ from our computation. */
      rights: z.strictObject({ told: z.int(), differing: z.int() }),
      /** Names, at most 200, of workers that one side alone knows, and how many there are. */
      onlyHere: z.strictObject({ total: z.int(), names: namesSchema }),
      onlyThere: z.strictObject({ total: z.int(), names: namesSchema }),
      /** Trainings that can be adopted now. */
      adoptable: z.int(),
      adoptions: z.array(adoptionSchema).max(20),
      evidence: z
        .array(
          z.strictObject({
            id: idSchema,
            name: z.string().max(255),
            takenAt: z.iso.datetime(),
            bytes: z.int(),
            hash: z.string().max(64),
          }),
        )
        .max(200),
      steps: z.array(rescueStepSchema).max(10),
    }),
  ),
  'rescue.years': read(
    z.strictObject({
      ...pageInput,
      employerId: idSchema,
      show: z.enum(['all', 'toDo', 'failed', 'onlyThere', 'onlyHere', 'differs', 'rights']).default('all'),
    }),
    pageOf(rescueYearSchema),
  ),
  /** One worker-year: what stood there, what stands here, and the answers as they were kept. */
  'rescue.year': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      year: rescueYearSchema,
      records: z.array(rescueRecordSchema).max(500),
      /** Null where the service said nothing of right or credit. */
      rights: rescueRightsSchema.nullable(),
      answers: z
        .array(
          z.strictObject({
            part: z.enum(['trainings', 'rights', 'credit']),
            source: z.enum(['api', 'list']),
            readAt: z.iso.datetime(),
            hash: z.string().max(64),
          }),
        )
        .max(100),
    }),
  ),
  /** Takes into the register, as accepted, what stands only there: of the given worker-years, or all. Drafts stay as they are. */
  'rescue.adopt': act(
    z.strictObject({ employerId: idSchema, yearIds: z.array(idSchema).max(500).nullable().default(null) }),
    z.strictObject({ adoptionId: idSchema.nullable(), adopted: z.int(), left: z.int() }),
  ),
  /** What was changed or sent since stays; `kept` counts those. Failure stateNotAllowed: undone before. */
  'rescue.undoAdopt': act(
    z.strictObject({ adoptionId: idSchema }),
    z.strictObject({ removed: z.int(), kept: z.int() }),
  ),
  'rescue.export': act(
    z.strictObject({
      employerId: idSchema,
      format: z.enum(['csv', 'xlsx', 'pdf', 'json', 'zip']),
      language: languageSchema,
    }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), hash: z.string().max(64) }),
  ),
  /** Begins the manual way: a line for each worker of the register and year. */
  'rescue.begin': act(byEmployer, z.strictObject({ years: z.int() })),
  'rescue.tick': act(
    z.strictObject({ employerId: idSchema, step: rescueStepSchema, done: z.boolean() }),
    nothing,
  ),
  'rescue.mark': act(
    z.strictObject({ yearIds: z.array(idSchema).min(1).max(500), manual: rescueManualSchema }),
    nothing,
  ),
  /**
   * A chosen CSV or XLSX is read and compared, a PDF kept as evidence. Failures: those of reading; fileUnreadable where no
   * heading says which worker or which training.
   */
  'rescue.takeFile': act(
    z.strictObject({
      employerId: idSchema,
      selectionId: idSchema,
      yearId: idSchema.nullable().default(null),
    }),
    takenSchema,
  ),
  /**
   * The same with a look before: a list waits to be looked at, put right and taken in; a document is kept at once.
   * Failures: those of reading.
   */
  'rescue.look': act(
    z.strictObject({
      employerId: idSchema,
      selectionId: idSchema,
      yearId: idSchema.nullable().default(null),
    }),
    z.strictObject({ previewId: idSchema.nullable(), taken: takenSchema.nullable() }),
  ),
  /** Which column is what, and rows with their worker and year or why they cannot be taken. Failure notFound. */
  'rescue.preview': read(
    z.strictObject({ ...pageInput, previewId: idSchema, show: z.enum(['all', 'problems']).default('all') }),
    z.strictObject({
      name: z.string().max(255),
      /** No column says which training it is, or whose. */
      missing: z.enum(['title', 'insz']).nullable(),
      columns: z
        .array(
          z.strictObject({
            heading: z.string().max(120),
            field: listFieldSchema.nullable(),
            sample: z.string().max(80),
          }),
        )
        .max(100),
      good: z.int(),
      problems: z.int(),
      fixed: z.int(),
      rows: z
        .array(
          z.strictObject({
            line: z.int(),
            reason: rescueRefusalSchema.nullable(),
            worker: z.string().max(200).nullable(),
            year: z.int().nullable(),
            fixed: z.boolean(),
            cells: z.array(z.strictObject({ field: listFieldSchema, text: z.string().max(255) })).max(20),
          }),
        )
        .max(500),
      total: z.int(),
      page: z.int(),
      pageSize: z.int(),
    }),
  ),
  'rescue.fixPreview': act(
    z.strictObject({
      previewId: idSchema,
      line: z.int().min(1).max(10_000_000),
      field: listFieldSchema,
      text: z.string().max(255),
    }),
    nothing,
  ),
  'rescue.mapPreview': act(
    z.strictObject({
      previewId: idSchema,
      column: z.int().min(0).max(99),
      field: listFieldSchema.nullable(),
    }),
    nothing,
  ),
  /** Takes in what can be taken. Failures: notFound, fileUnreadable while a needed column is missing. */
  'rescue.takePreview': act(z.strictObject({ previewId: idSchema }), takenSchema),
  'rescue.dropPreview': act(z.strictObject({ previewId: idSchema }), nothing),
  /** The original of a file that was taken in, byte for byte. Failures: notFound; those of saving. */
  'rescue.saveEvidence': act(
    z.strictObject({ id: idSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
};
export const rescueEvents = { 'rescue.changed': event(changedSchema) };
