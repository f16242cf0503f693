// Presences: asked of the service, kept here, found again, and drawn as the day of a site.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { languageSchema } from './values.ts';
import { worksReferenceSchema } from './works-declarations.ts';

export const presenceValiditySchema = z.enum(['pending', 'valid', 'invalid']);

/** Code of a remark, as the service writes it: one of the known ones or another. */
export const remarkCodeSchema = z.string().regex(/^[a-z][A-Za-z0-9]{2,63}$/);

export const presenceRemarkSchema = z.strictObject({
  code: remarkCodeSchema,
  severity: z.enum(['blocking', 'nonBlocking']),
});

export const presenceSchema = z.strictObject({
  /** The service's own number. */
  serviceId: z.int(),
  employerId: idSchema,
  /** Of the enterprise whose worker it is: the client employer or a subcontractor. */
  employerNumber: z.string(),
  employerName: z.string().nullable(),
  reference: z.string(),
  siteName: z.string().nullable(),
  insz: z.string(),
  currentInsz: z.string().nullable(),
  workerName: z.string().nullable(),
  type: z.enum(['IN', 'OUT']),
  registeredAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  channel: z.string().max(40),
  validity: presenceValiditySchema,
  validatedAt: z.iso.datetime().nullable(),
  cancelledAt: z.iso.datetime().nullable(),
  remarks: z.array(presenceRemarkSchema).max(30),
  /** No line of the person register has that person for that client on that day. */
  withoutLine: z.boolean(),
});
export type Presence = z.infer<typeof presenceSchema>;

const spanSchema = z.strictObject({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** `uncertain`: the departure is missing. `inside`: not left yet. */
  kind: z.enum(['closed', 'inside', 'uncertain']),
});

export const dayRowSchema = z.strictObject({
  insz: z.string(),
  workerName: z.string().nullable(),
  employerNumber: z.string(),
  employerName: z.string().nullable(),
  stays: z.array(spanSchema).max(50),
  pauses: z.array(z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() })).max(50),
  oddities: z
    .array(
      z.strictObject({
        kind: z.enum(['missingIn', 'missingOut', 'repeated', 'twoSites']),
        at: z.iso.datetime(),
      }),
    )
    .max(50),
  /** Whole minutes inside on that day; null while a departure or arrival is missing. */
  minutes: z.int().min(0).nullable(),
  remarks: z.int().min(0),
  /** No line of the person register has that person for a client of the site on that day. */
  withoutLine: z.boolean(),
});
export type DayRow = z.infer<typeof dayRowSchema>;

/** A remark with its clock, as something to do. */
export const remarkTaskSchema = z.strictObject({
  serviceId: z.int(),
  code: z.string(),
  severity: z.enum(['blocking', 'nonBlocking']),
  insz: z.string(),
  workerName: z.string().nullable(),
  employerNumber: z.string(),
  employerName: z.string().nullable(),
  reference: z.string(),
  siteName: z.string().nullable(),
  type: z.enum(['IN', 'OUT']),
  registeredAt: z.iso.datetime(),
  /** The last day on which the NSSO can be asked for a correction. */
  until: z.iso.date(),
  /** 0 on the last day; negative once it is over. */
  daysLeft: z.int(),
});
export type RemarkTask = z.infer<typeof remarkTaskSchema>;

const dateSchema = z.iso.date();

/** All of these together, in any combination. */
export const presenceFilter = {
  /** The client employer for whom it was looked up. */
  employerId: idSchema.optional(),
  from: dateSchema,
  to: dateSchema,
  reference: worksReferenceSchema.optional(),
  /** Name or number of a worker or an enterprise. */
  text: z.string().max(200).default(''),
  /** Of one enterprise: the client employer itself or a subcontractor, which may be a foreign one. */
  enterpriseNumber: z.string().min(4).max(30).optional(),
  type: z.enum(['IN', 'OUT']).optional(),
  validity: presenceValiditySchema.optional(),
  /** A code, or any remark at all. */
  remark: z.union([z.literal('any'), remarkCodeSchema]).optional(),
  subcontractors: z.enum(['with', 'without', 'only']).default('with'),
  cancelled: z.boolean().default(false),
  /** What was new or changed after this instant. */
  newSince: z.iso.datetime().optional(),
  /** What the service judged anew, to another judgement than before. */
  turned: z.boolean().default(false),
};

export const presenceCalls = {
  /** Asks the service for everything of an employer in at most three years, and keeps it here. A job. */
  'presence.lookUp': act(
    z.strictObject({
      employerId: idSchema,
      from: dateSchema,
      to: dateSchema,
      withSubcontractors: z.boolean().default(false),
    }),
    z.strictObject({ jobId: z.string() }),
  ),
  /** Goes on with asking about what was not judged yet, as after a restart. Does nothing where nothing waits. */
  'presence.follow': act(nothing, nothing),
  'presence.list': read(z.strictObject({ ...presenceFilter, ...pageInput }), pageOf(presenceSchema)),
  /** Remarks on registrations of the last 60 days: those of which the time runs out first, then those of which it is over. */
  'presence.remarks': read(
    z.strictObject({ employerId: idSchema.optional(), ...pageInput }),
    pageOf(remarkTaskSchema),
  ),
  /** One registration with its remarks, explained, as a PDF to go with a request for correction. */
  'presence.saveEvidence': act(
    z.strictObject({ serviceId: z.int().min(1), language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  /** The day of a site: a line per worker, by name. */
  'presence.day': read(
    z.strictObject({
      reference: worksReferenceSchema,
      day: dateSchema,
      /** Name or number of a worker or an enterprise. */
      text: z.string().max(200).default(''),
      /** `attention`: something is missing, cannot be, or the service remarked on it. `withoutLine`: of the person register. */
      only: z.enum(['all', 'attention', 'inside', 'withoutLine']).default('all'),
      ...pageInput,
    }),
    z.strictObject({
      /** First moment of the day, and the first after it: 23 to 25 hours. */
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      now: z.iso.datetime(),
      /** The first and the last moment inside, of all that day; null: nobody was. */
      busy: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
      /** When the service was last asked about this day; null: never. */
      askedAt: z.iso.datetime().nullable(),
      rows: z.array(dayRowSchema).max(500),
      /** Workers that are asked for; `seen`: all of that day; `inside`, `withoutLine`: those of them who are or have that. */
      total: z.int().min(0),
      seen: z.int().min(0),
      inside: z.int().min(0),
      withoutLine: z.int().min(0),
      page: z.int().min(1),
      pageSize: z.int().min(1),
      /** Most inside for certain at once, and the first moment at which they were; null: nobody was. */
      together: z.strictObject({ count: z.int().min(1), at: z.iso.datetime() }).nullable(),
    }),
  ),
};

export const presenceEvents = {
  'presence.changed': event(changedSchema),
};
