// The registration point at a site: workers register themselves there, at this very moment. Nothing that it answers lists or
// names a worker, and nothing of the last one comes back.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { failureCodeSchema } from './result.ts';
import { languageSchema } from './values.ts';
import { worksReferenceSchema } from './works-declarations.ts';

const pinSchema = z.string().min(6).max(64);
const typeSchema = z.enum(['IN', 'OUT']);
/** What was typed or scanned: a number in any spelling, or the text of a badge. */
const enteredSchema = z.string().trim().min(1).max(200);

/** Ways that the people of the site may use; `phone` shows the code of the site besides. */
export const pointChannelSchema = z.enum(['number', 'badge', 'phone']);

export const pointStateSchema = z.strictObject({
  on: z.boolean(),
  site: z
    .strictObject({
      reference: z.string(),
      name: z.string(),
      street: z.string(),
      houseNumber: z.string(),
      postCode: z.string(),
      municipality: z.string(),
      contact: z.string(),
      employerName: z.string(),
      /** `past`: the declaration ended while the point was on. What is registered then is remarked by the service. */
      time: z.enum(['later', 'now', 'ending', 'past', 'unknown']),
    })
    .nullable(),
  channels: z.array(pointChannelSchema).max(3),
  languages: z.array(languageSchema).max(4),
  sound: z.boolean(),
  /** How a worker registers with a phone. `address` null: only the number of the site is known, so no code may be drawn. */
  phone: z
    .strictObject({
      address: z.string().nullable(),
      /** One shape for an SVG of `0 0 modules modules`, quiet zone of four modules included; dark on white. */
      drawing: z.strictObject({ modules: z.int().min(1).max(200), shape: z.string() }).nullable(),
    })
    .nullable(),
  connection: z.strictObject({
    /** `unknown`: not asked yet. `down`: nothing can be registered here now; it comes back by itself. */
    state: z.enum(['unknown', 'up', 'down']),
    since: z.iso.datetime().nullable(),
    /** Why it is down. */
    code: failureCodeSchema.nullable(),
  }),
  clock: z.strictObject({
    /** The clock of the service minus the one of this computer, in seconds; null as long as it is not known. */
    difference: z.int().nullable(),
    /** Nothing is registered until the clock of this computer is put right. */
    off: z.boolean(),
  }),
  /** What the clock of the service shows now; of this computer as long as the difference is not known. */
  now: z.iso.datetime(),
});
export type PointState = z.infer<typeof pointStateSchema>;

export const pointOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('registered'),
    /** Ours, for `point.settled`; it says nothing about the worker. */
    registrationId: idSchema,
    type: typeSchema,
    /** The moment that is on record at the service: the one of the key. */
    at: z.iso.datetime(),
    /** What the clock of the service showed when it confirmed. */
    serviceTime: z.iso.datetime(),
    /** The same key again within seconds: one registration, confirmed once more. */
    again: z.boolean(),
  }),
  /** The same was registered here less than five minutes ago: nothing was sent, the service would only remark on it. */
  z.strictObject({ kind: z.literal('already'), type: typeSchema }),
  /**
   * `numberWrong`: no INSZ by its check digits. `numberRefused`: the service knows no such number. `channelOff`: not a way of
   * this point. `notAllowed`: the service does not let this employer register (mandate, right, account): a matter for the
   * office. `refused`: anything else that the service does not take.
   */
  z.strictObject({
    kind: z.literal('refused'),
    code: z.enum(['numberWrong', 'numberRefused', 'channelOff', 'notAllowed', 'refused']),
  }),
  z.strictObject({ kind: z.literal('unknownBadge') }),
  /** The answer was lost and the service does not say yet: it is asked on, and `point.settled` tells. Do not register again. */
  z.strictObject({ kind: z.literal('checking'), registrationId: idSchema, type: typeSchema }),
  /** Nothing is kept for later: the phone is the way. `retryAt`: not to be tried before. */
  z.strictObject({
    kind: z.literal('noConnection'),
    code: failureCodeSchema,
    retryAt: z.iso.datetime().nullable(),
    /** Null: certainly nothing was registered. Else it left, and the service cannot be asked: `point.settled` tells once it can. */
    registrationId: idSchema.nullable(),
  }),
  /** Nothing was registered: the clock of this computer is off by so many seconds (service minus computer). */
  z.strictObject({ kind: z.literal('clockOff'), seconds: z.int() }),
]);
export type PointOutcome = z.infer<typeof pointOutcomeSchema>;

export const pointFeedRowSchema = z.strictObject({
  line: z.int().min(1),
  outcome: z.enum(['registered', 'refused', 'checking', 'noConnection']),
  /**
   * Why it is refused: `tooLate` (more than 600 seconds ago), `inFuture`, `clockOff`, or as of `point.register`.
   * The code of a failure where there was no connection.
   */
  code: z.string().max(40).nullable(),
  /** The service's own number. */
  serviceId: z.int().nullable(),
  /** The very same line was fed before: it was not sent again. */
  again: z.boolean(),
});

export const registrationPointCalls = {
  'point.state': read(nothing, pointStateSchema),
  /**
   * Turns this window into the registration point of a site, until the PIN. Failures: refusedByRule (`details.rules`:
   * PNT-PIN-DIFFERENT, PNT-WORKS-OVER, PNT-PLACE-MISSING, PNT-CHANNELS), notFound (no such declaration of works of this
   * employer), stateNotAllowed (one is on), routeMissing and accountMissing (no way to the service).
   */
  'point.start': act(
    z.strictObject({
      worksReference: worksReferenceSchema,
      employerId: idSchema,
      pin: pinSchema,
      pinAgain: pinSchema,
      channels: z.array(pointChannelSchema).min(1).max(3),
      languages: z.array(languageSchema).min(1).max(4),
      sound: z.boolean().default(true),
    }),
    pointStateSchema,
  ),
  /** Asks the service now whether it is there, and for its time. */
  'point.check': act(nothing, pointStateSchema),
  /** The moment of the call is the moment of the registration. Failure stateNotAllowed: no point is on. */
  'point.register': act(
    z.strictObject({ entered: enteredSchema, by: z.enum(['typed', 'scanned']), type: typeSchema }),
    pointOutcomeSchema,
  ),
  /** By the worker, once: this badge is mine. `badgeTaken`: it is somebody else's already. */
  'point.enrol': act(
    z.strictObject({ badge: enteredSchema, number: z.string().max(40) }),
    z.strictObject({ outcome: z.enum(['enrolled', 'numberWrong', 'badgeTaken', 'channelOff']) }),
  ),
  /** By the office, of a badge that was lost or given back: all badges of a worker are nobody's again, at every employer. */
  'point.takeBackBadges': act(
    z.strictObject({ number: z.string().max(40) }),
    z.strictObject({ outcome: z.enum(['takenBack', 'none', 'numberWrong']), badges: z.int() }),
  ),
  /** Failures: pinWrong, pinLater (`details.seconds`), stateNotAllowed. */
  'point.leave': act(z.strictObject({ pin: pinSchema }), nothing),
  /** Without the PIN, by the owner of the computer's account: command line only (else notSupportedHere). */
  'point.stop': act(nothing, nothing),
  /** Lines of a time clock, each of this very moment: command line only (else notSupportedHere). */
  'point.feed': act(
    z.strictObject({
      employerId: idSchema,
      worksReference: worksReferenceSchema,
      items: z
        .array(
          z.strictObject({
            line: z.int().min(1),
            number: z.string().max(40),
            type: typeSchema,
            at: z.iso.datetime({ offset: true }),
          }),
        )
        .min(1)
        .max(200),
    }),
    z.strictObject({ rows: z.array(pointFeedRowSchema).max(200) }),
  ),
};

export const registrationPointEvents = {
  /** On or off, connection, clock: read `point.state` again. */
  'point.changed': event(changedSchema),
  /** What became of one that was being checked. */
  'point.settled': event(
    z.strictObject({
      registrationId: idSchema,
      outcome: z.enum(['registered', 'notRegistered']),
      type: typeSchema,
      at: z.iso.datetime(),
      serviceTime: z.iso.datetime().nullable(),
    }),
  ),
};
