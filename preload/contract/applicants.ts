// Applicants: access to citizens' data asked before a contract, as it stands with the service, followed until it ends.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { failureSchema } from './result.ts';
import { enterpriseNumberSchema, inszSchema, languageSchema, quarterSchema, typedLine } from './values.ts';

/** Data that an applicant may open: whether a flexi-job is possible, and how many student hours are left. [seed 002] */
export const applicantDataSetSchema = z.enum(['flexiJobEligibility', 'studentWorkHours']);
export type ApplicantDataSet = z.infer<typeof applicantDataSetSchema>;
export const applicantDataSetsSchema = z
  .array(applicantDataSetSchema)
  .min(1)
  .max(2)
  .refine((all) => new Set(all).size === all.length);

/** Columns of the board, in their order. */
export const applicantColumns = [
  'asked',
  'approved',
  'read',
  'refused',
  'expired',
  'withdrawn',
  'ended',
] as const;
export const applicantColumnSchema = z.enum(applicantColumns);
export type ApplicantColumn = (typeof applicantColumns)[number];
/** `past`: refused, expired, withdrawn and ended together. */
export const applicantListColumnSchema = z.union([applicantColumnSchema, z.literal('past')]);

/** Of one data set: the service keeps each apart, as they may be read for a different time. */
export const applicantAccessSchema = z.strictObject({
  dataSet: applicantDataSetSchema,
  state: z.enum(['awaitingAcceptance', 'active', 'revoked', 'renounced', 'expired']),
  /** First and last day on which it may be read. */
  from: z.iso.date(),
  until: z.iso.date(),
});
export type ApplicantAccess = z.infer<typeof applicantAccessSchema>;

/** What the service answered when it was last read. The service tells no more than this. [public: mydata, peopledata] */
export const applicantAnswerSchema = z.strictObject({
  readAt: z.iso.datetime(),
  /** Null: not read, not open, or no longer kept (`missing`, `gone`). */
  flexiJob: z
    .strictObject({ eligible: z.boolean(), quarter: quarterSchema, from: z.iso.date(), to: z.iso.date() })
    .nullable(),
  studentHours: z
    .strictObject({ year: z.int(), quota: z.int().min(0), available: z.int().min(0) })
    .nullable(),
  /** Asked for, but the applicant's access to it was not there. */
  missing: z.array(applicantDataSetSchema).max(2),
  /** Why values that were read are not shown any more. */
  gone: z.enum(['revoked', 'renounced', 'accessEnded', 'kept']).nullable(),
});
export type ApplicantAnswer = z.infer<typeof applicantAnswerSchema>;

export const applicantRequestSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  employerName: z.string(),
  column: applicantColumnSchema,
  /**
   * `asking`: on its way. `unknown`: the answer was lost, the service is asked by our own reference before anything is asked again.
   * `notMade`: the service did not take it (`failure`). `direct`: nothing had to be asked, as the access was there already.
   */
  state: z.enum([
    'asking',
    'unknown',
    'notMade',
    'open',
    'awaitingAcceptance',
    'approved',
    'refused',
    'expired',
    'withdrawn',
    'direct',
    'ended',
  ]),
  /** By which people tell requests apart: the first eight signs of the service's number, `3F2A-7C18`; null until it is known. */
  code: z.string().max(9).nullable(),
  /** Words of the office, such as the job and the desk; nothing about refusals is kept, these words neither. */
  label: z.string().max(80),
  dataSets: applicantDataSetsSchema,
  /** As asked, or as the approval told it; null until it is known and after it was erased. */
  insz: z.string().nullable(),
  /** From the service or from the workers known here. */
  name: z.string().max(200).nullable(),
  askedBy: z.string().max(120),
  askedAt: z.iso.datetime(),
  /** The end of the day in Belgium; null until the service said so. */
  expiresAt: z.iso.datetime().nullable(),
  accesses: z.array(applicantAccessSchema).max(2),
  answer: applicantAnswerSchema.nullable(),
  /** When answer and person were erased here; the access at the service may go on. */
  erasedAt: z.iso.datetime().nullable().optional(),
  /** Approved by another citizen than asked: nothing is read. */
  otherCitizen: z.boolean(),
  /** An approval came in that may be of this one: a person must say so. */
  toLink: z.boolean(),
  batchId: idSchema.nullable(),
  failure: failureSchema.nullable(),
  revision: z.int(),
});
export type ApplicantRequest = z.infer<typeof applicantRequestSchema>;

/** A code to scan, as the drawing of an SVG: a square of `modules` by `modules`, quiet zone included. */
export const codeDrawingSchema = z.strictObject({
  modules: z.int().min(21).max(200),
  drawing: z.string().max(40_000),
});

/** What must be in order before anything can be asked, each with who can do it and where. */
export const applicantReadinessSchema = z.strictObject({
  /** `online`: no channel for this employer; the steps of the online service are shown instead. */
  way: z.enum(['rest', 'online']),
  routeKind: z.enum(['own', 'mandatary', 'elsewhere', 'none']),
  mandataryNumber: z.string().nullable(),
  mandataryName: z.string().max(200).nullable(),
  steps: z
    .array(
      z.strictObject({
        step: z.enum([
          'enterpriseNumber',
          'route',
          'circleOfTrust',
          'mandatesRight',
          'dataRight',
          'mandate',
          'address',
          'linkTemplate',
        ]),
        /** `unknown`: only the service can tell, and it was not asked yet. */
        state: z.enum(['done', 'missing', 'unknown']),
        who: z.enum(['mainAccessManager', 'accessManager', 'employer', 'office']),
      }),
    )
    .max(12),
});

const revised = { id: idSchema, expectedRevision: z.int() };

/** What the board is narrowed to. */
const boardInput = {
  employerId: idSchema.optional(),
  batchId: idSchema.optional(),
  text: z.string().max(120).default(''),
};
const applicantCountsSchema = z.strictObject({
  columns: z.record(applicantColumnSchema, z.int().min(0)),
  /** Refusals ever, which are counted and no more. */
  refusals: z.int().min(0),
});

export const applicantCalls = {
  'applicantRequest.readiness': read(z.strictObject({ employerId: idSchema }), applicantReadinessSchema),
  /**
   * With an INSZ the data are read first; only "no active citizen mandate" leads to a request. `read`: an access was there, and the
   * answer stands in the row. Failures: those of the route, circleNotAccepted, mandateMissing, permissionMissing, those of the
   * service; alreadyExists (`details.id`): the same person was asked and it is still open. `unknown`: the answer was lost, it is looked
   * for by our own reference. `replaced`: the number was replaced, the new one stands in the row (`notMade`, identifierInvalid).
   */
  'applicantRequest.ask': act(
    z.strictObject({
      employerId: idSchema,
      dataSets: applicantDataSetsSchema,
      insz: inszSchema.nullable().default(null),
      label: typedLine.max(80).default(''),
      /** Language of the page that the link opens. */
      language: z.enum(['nl', 'fr', 'de']),
      /** An agency asks for a client: the employer is the client. */
      as: z.enum(['employer', 'mandatary', 'agency']).default('employer'),
    }),
    z.strictObject({ id: idSchema, outcome: z.enum(['read', 'asked', 'unknown', 'replaced']) }),
  ),
  'applicantRequest.list': read(
    z.strictObject({ ...pageInput, ...boardInput, column: applicantListColumnSchema.optional() }),
    pageOf(applicantRequestSchema),
  ),
  /** How many stand in each column. */
  'applicantRequest.counts': read(z.strictObject(boardInput), applicantCountsSchema),
  /** The first page of each lane with the counts, in one answer: what is typed is drawn once. */
  'applicantRequest.board': read(
    z.strictObject({
      ...boardInput,
      /** What the last lane shows of those that are over. */
      past: z.enum(['past', 'refused', 'expired', 'withdrawn', 'ended']),
      pageSize: z.int().min(1).max(100),
    }),
    z.strictObject({
      counts: applicantCountsSchema,
      asked: pageOf(applicantRequestSchema),
      approved: pageOf(applicantRequestSchema),
      read: pageOf(applicantRequestSchema),
      over: pageOf(applicantRequestSchema),
    }),
  ),
  /** One request with what the applicant is shown. */
  'applicantRequest.get': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({
      request: applicantRequestSchema,
      /** Null: the service returned no link and no official template was confirmed, so none is invented. */
      link: z
        .strictObject({
          url: z.string().max(500),
          from: z.enum(['service', 'template']),
          code: codeDrawingSchema,
        })
        .nullable(),
      /** Of the page that the link opens, as it was asked for. */
      language: z.enum(['nl', 'fr', 'de']),
      /**
       * The service's own present moment, as its answers tell it (in practice: on the practice date): what is left of the day is
       * counted from here, whatever this computer's clock says.
       */
      now: z.iso.datetime(),
      /** When the service was last asked, and after how many seconds it is asked again; null: not followed. */
      lookedAt: z.iso.datetime().nullable(),
      everySeconds: z.int().nullable(),
      /** Until the end of the day as the service's clock has it; null where nothing is waited for. */
      secondsLeft: z.int().min(0).nullable(),
      /** Approvals of which the service does not say to which request they belong. */
      candidates: z
        .array(
          z.strictObject({
            insz: z.string(),
            name: z.string().max(200).nullable(),
            approvedOn: z.iso.date(),
          }),
        )
        .max(50),
    }),
  ),
  /**
   * Which requests a page shows now, and whether it is in front: these are asked about every two seconds. Counts for five minutes, so
   * that a page that is gone asks nothing: said again every minute. No ids: it shows none.
   */
  'applicantRequest.watch': act(
    z.strictObject({ ids: z.array(idSchema).max(50), inFront: z.boolean() }),
    nothing,
  ),
  /** Asks about all open requests now. Failures: those of the route and the service. */
  'applicantRequest.refresh': act(z.strictObject({ employerId: idSchema.optional() }), nothing),
  /** Failures: notFound, conflict (another clerk was first), stateNotAllowed, those of the service. */
  'applicantRequest.withdraw': act(z.strictObject(revised), nothing),
  'applicantRequest.accept': act(z.strictObject(revised), nothing),
  /** Gives the access up. */
  'applicantRequest.renounce': act(z.strictObject(revised), nothing),
  /** A person confirms that this approval belongs to this request. */
  'applicantRequest.link': act(z.strictObject({ ...revised, insz: inszSchema }), nothing),
  /** Only of what was never made. */
  'applicantRequest.remove': act(z.strictObject({ id: idSchema }), nothing),
  'applicantRequest.setLabel': act(z.strictObject({ ...revised, label: typedLine.max(80) }), nothing),
  /** The text of a message to the applicant, in a language. Failures: notFound, stateNotAllowed (no link). */
  'applicantRequest.message': read(
    z.strictObject({ id: idSchema, language: languageSchema }),
    z.strictObject({ subject: z.string().max(200), body: z.string().max(4_000) }),
  ),
  /**
   * Practice alone: the page that the applicant's link leads to, in the window of practice. Failures: notFound, stateNotAllowed (no
   * link), notSupportedHere elsewhere and without a window, connectionRefused.
   */
  'applicantRequest.openAsApplicant': act(z.strictObject({ id: idSchema }), nothing),
  /** One sheet to print, a card for each. `saved` false: no place was chosen. */
  'applicantRequest.saveSheet': act(
    z.strictObject({ ids: z.array(idSchema).min(1).max(200), language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255), cards: z.int() }),
  ),
};

export const applicantEvents = { 'applicant.changed': event(changedSchema) };

/** For whom a request is made, as it is frozen before it leaves. */
export const askedForSchema = z.strictObject({
  enterpriseNumber: enterpriseNumberSchema,
  mandataryNumber: enterpriseNumberSchema.nullable(),
});
