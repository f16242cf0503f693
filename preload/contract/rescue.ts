// What stands at the service is brought home before it ends: read worker-year by worker-year, or by hand, compared, kept.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { rescueFileCalls } from './rescue-files.ts';
import {
  rescueClientSchema,
  rescueCountsSchema,
  rescueFilterSchema,
  rescueManualSchema,
  rescueRecordSchema,
  rescueRightsSchema,
  rescueSortSchema,
  rescueStepSchema,
  rescueTallySchema,
  rescueYearNumberSchema,
  rescueYearSchema,
} from './rescue-values.ts';
import { failureSchema } from './result.ts';
import { languageSchema } from './values.ts';

const namesSchema = z.array(z.string().max(200)).max(200);
const yearsInput = z.array(rescueYearNumberSchema).min(1).max(4).default([2023, 2024, 2025, 2026]);
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
  ...rescueFileCalls,
};
export const rescueEvents = { 'rescue.changed': event(changedSchema) };
