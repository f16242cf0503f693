// The daily mutation feed of the person register: a file and its voucher a day, in their order, and what each asks of somebody.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';

/** Types of mutations, in the order in which pages name them. F5 and §11.7. */
export const feedTypes = [
  'REPLACEMENT',
  'CANCELLATION',
  'NAME',
  'BIRTH',
  'GENDER',
  'DECEASE',
  'ADDRESS',
  'REGISTER_CHANGE',
  'DIMONA',
] as const;
export const feedTypeSchema = z.enum(feedTypes);
export type FeedType = z.infer<typeof feedTypeSchema>;

/** Why a file is not taken in. Each has a sentence: `register-feed:refusals.<code>`. */
export const feedRefusals = [
  'ownerMissing',
  'nameUnknown',
  'voucherMissing',
  'fileMissing',
  'tooLarge',
  'unreadable',
  'notOrdinary',
  'voucherDamaged',
  'voucherNotInSchema',
  'receiverNotOurs',
  'nameMismatch',
  'sizeMismatch',
  'hashMismatch',
  'countMismatch',
  'sequenceMismatch',
  'notUtf8',
  'notAllowed',
  'damaged',
  'notInSchema',
  'environmentNotOurs',
  'senderChanged',
  'tooFarAhead',
  'beyondReach',
  'otherContent',
] as const;
export const feedRefusalSchema = z.enum(feedRefusals);
export type FeedRefusal = z.infer<typeof feedRefusalSchema>;

/** Where in the file, where that can be said; what was said and what was found, as counts, letters and numbers of enterprises. */
export const feedRefusedSchema = z.strictObject({
  code: feedRefusalSchema,
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  expected: z.string().max(80).nullable(),
  found: z.string().max(80).nullable(),
});
export type FeedRefused = z.infer<typeof feedRefusedSchema>;

const count = z.int().min(0);
/** What became of the mutations of a file; each counts once. */
export const feedCountsSchema = z.strictObject({
  mutations: count,
  replaced: count,
  cancelled: count,
  /** Numbers about which nothing was done, as somebody must look (R-f). */
  quarantined: count,
  /** Data that are other than what was known. */
  changed: count,
  /** Told to somebody, with nothing to keep: addresses and Dimona. */
  told: count,
  /** Says what was known already, or the same twice (F7). */
  known: count,
  /** Persons whom nobody here knows: nothing of it is kept. */
  unknown: count,
  /** Persons without a line on that day: nothing of it is kept (F2). */
  withoutLine: count,
  /** Tasks that were raised. */
  tasks: count,
});
export type FeedCounts = z.infer<typeof feedCountsSchema>;

export const feedFileSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(255),
  /** As the voucher has it; null where that could not be read. */
  sequence: z.int().min(1).nullable(),
  /** The day that the file is about. */
  referenceDate: z.iso.date().nullable(),
  takenAt: z.iso.datetime(),
  origin: z.enum(['watched', 'page', 'commandLine']),
  /**
   * `held`: read and sound, an earlier one is missing. `ready`: the next in its turn, and not made true yet. `refused`: nothing was
   * done with it, and it stays where it is.
   */
  state: z.enum(['held', 'ready', 'applied', 'refused']),
  refused: feedRefusedSchema.nullable(),
  bytes: count.nullable(),
  records: count.nullable(),
  counts: feedCountsSchema.nullable(),
  appliedAt: z.iso.datetime().nullable(),
  /** Of this file, still open. */
  openTasks: count,
});
export type FeedFile = z.infer<typeof feedFileSchema>;

/** What a mutation asks of somebody. */
export const feedTaskKinds = [
  'replaced',
  'cancelled',
  'name',
  'birth',
  'gender',
  'decease',
  'address',
  'registerChange',
  'dimona',
] as const;
export const feedTaskKindSchema = z.enum(feedTaskKinds);
export type FeedTaskKind = z.infer<typeof feedTaskKindSchema>;

const nameSchema = z.strictObject({ familyName: z.string().max(300), givenName: z.string().max(1_500) });

export const feedTaskSchema = z.strictObject({
  id: idSchema,
  kind: feedTaskKindSchema,
  /** With 00 where month or day is not known. */
  day: z.string().max(10),
  fileId: idSchema,
  sequence: z.int(),
  personId: idSchema,
  /** Present number, and the names that clerks keep. */
  insz: z.string().max(11),
  name: nameSchema,
  /** Of a replacement by which two known persons became one: the names of the other. */
  joined: nameSchema.nullable(),
  /** Clients for which the person has a line, at most three by name. */
  clients: z.array(z.string()).max(3),
  clientCount: count,
  /** Of an event about a number. */
  from: z.string().max(11).nullable(),
  to: z.string().max(11).nullable(),
  /** What the authentic source says now, where that is what changed. */
  said: z
    .strictObject({
      name: nameSchema.nullable(),
      birthDate: z.string().max(10).nullable(),
      genderCode: z.int().min(0).max(2).nullable(),
      deceaseDate: z.string().max(10).nullable(),
      register: z.enum(['RR', 'BIS', 'RAD']).nullable(),
    })
    .nullable(),
  dimona: z
    .strictObject({
      action: z.enum(['IN', 'OUT', 'UPDATE', 'CANCEL']),
      employerId: idSchema.nullable(),
      /** The client's name, else the number of the enterprise. */
      employer: z.string().max(300),
      begin: z.iso.date(),
      end: z.iso.date().nullable(),
    })
    .nullable(),
  /** `settled`: seen. `takenOver`: what the source says stands in the worker's data. `none`: nothing had to be done. */
  state: z.enum(['open', 'settled', 'takenOver', 'superseded', 'none']),
  settledAt: z.iso.datetime().nullable(),
  settledBy: z.string().max(200),
  revision: z.int(),
});
export type FeedTask = z.infer<typeof feedTaskSchema>;

/** What became of one file that was given. */
export const feedTakenSchema = z.strictObject({
  name: z.string().max(255),
  outcome: z.enum(['applied', 'held', 'duplicate', 'refused', 'failed']),
  sequence: z.int().min(1).nullable(),
  fileId: idSchema.nullable(),
  refused: feedRefusedSchema.nullable(),
  counts: feedCountsSchema.nullable(),
});
export type FeedTaken = z.infer<typeof feedTakenSchema>;

const revised = z.strictObject({ id: idSchema, expectedRevision: z.int() });

export const registerFeedCalls = {
  /** How the feed stands: what comes next, what is missing, what waits for somebody. */
  'registerFeed.state': read(
    nothing,
    z.strictObject({
      /** False: the enterprise number of who keeps the register is not known, so no file is for us. */
      ownerKnown: z.boolean(),
      /** The place that is watched: its name, and whether it can be read now. */
      watched: z.strictObject({ name: z.string().max(255), readable: z.boolean() }).nullable(),
      /** 0: none yet. */
      lastSequence: z.int().min(0),
      lastReferenceDate: z.iso.date().nullable(),
      /** Numbers that later files wait for, the first hundred; one more tells that there are more. */
      missing: z.array(z.int().min(1)).max(101),
      /** Days since the day of the last file, where that is more than it may be. */
      lateDays: z.int().min(0).nullable(),
      openTasks: count,
      quarantined: count,
      /** The job that is under way. */
      jobId: idSchema.nullable(),
    }),
  ),
  /** The latest first. */
  'registerFeed.files': read(z.strictObject({ ...pageInput }), pageOf(feedFileSchema)),
  /**
   * Files and their vouchers, in any order: checked and made true by their sequence, as long work. Failures: fileUnreadable,
   * fileTooLarge, selectionExpired.
   */
  'registerFeed.take': act(
    z.strictObject({ selectionIds: z.array(idSchema).min(1).max(200) }),
    z.strictObject({ takeId: idSchema, jobId: idSchema }),
  ),
  /** What became of what was given. Failure notFound: too long ago. */
  'registerFeed.taken': read(
    z.strictObject({ takeId: idSchema }),
    z.strictObject({ done: z.boolean(), rows: z.array(feedTakenSchema).max(400) }),
  ),
  /** Makes true what was read and stands next. Failure nothingToSend. */
  'registerFeed.resume': act(nothing, z.strictObject({ jobId: idSchema })),
  /** Forgets a file that was not made true. Failures: notFound, stateNotAllowed. */
  'registerFeed.drop': act(z.strictObject({ id: idSchema }), nothing),
  /** The feed begins with this file here. Failure stateNotAllowed: one was made true already. */
  'registerFeed.startAt': act(z.strictObject({ sequence: z.int().min(1).max(99_999_999) }), nothing),
  /** From now on, files that come into this folder of the computer are taken; null: no more. Failures: notFound, invalidInput. */
  'registerFeed.watch': act(
    z.strictObject({ place: z.string().trim().min(1).max(1_000).nullable() }),
    nothing,
  ),
  /** Looks into the folder now. Failure stateNotAllowed: none is watched. */
  'registerFeed.look': act(nothing, nothing),
  'registerFeed.tasks': read(
    z.strictObject({
      ...pageInput,
      open: z.boolean().default(true),
      kind: feedTaskKindSchema.optional(),
      fileId: idSchema.optional(),
      personId: idSchema.optional(),
    }),
    pageOf(feedTaskSchema).extend({
      /** Open tasks by kind, of all files and persons. */
      counts: z.partialRecord(feedTaskKindSchema, count),
    }),
  ),
  /**
   * `seen`: nothing else has to be done. `takeOver`: the names of the authentic source become those of the person, for all clients at
   * once. All of them or none. Failures: notFound, conflict, stateNotAllowed (not open; nothing to take over).
   */
  'registerFeed.settle': act(
    z.strictObject({ tasks: z.array(revised).min(1).max(500), how: z.enum(['seen', 'takeOver']) }),
    nothing,
  ),
  /** Takes it back, with the names as they were. Failures: notFound, conflict (changed since), stateNotAllowed. */
  'registerFeed.reopen': act(revised, nothing),
};

export const registerFeedEvents = { 'registerFeed.changed': event(changedSchema) };
