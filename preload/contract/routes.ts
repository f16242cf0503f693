// Routes: by which way the data of an employer reach each service, the mandates behind them, and stopping.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, pageInput, pageOf, read } from './call.ts';
import { findingSchema } from './finding.ts';
import { qualitySchema, serviceSchema } from './services.ts';
import { enterpriseNumberSchema, localDateSchema, quarterSchema } from './values.ts';

export const routeKindSchema = z.enum(['own', 'mandatary', 'elsewhere']);
export type RouteKind = z.infer<typeof routeKindSchema>;

/** Why a route cannot be taken: `quality` and `right` concern its account. */
export const routeTroubleSchema = z.enum(['none', 'accountClosed', 'quality', 'right']);
export type RouteTrouble = z.infer<typeof routeTroubleSchema>;

export const routeSchema = z.strictObject({
  id: idSchema,
  service: serviceSchema,
  kind: routeKindSchema,
  /** First day, and the first day on which it no longer counts; null: until further notice. */
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  account: z
    .strictObject({
      id: idSchema,
      name: z.string().max(120),
      enterpriseNumber: z.string(),
      enterpriseName: z.string().max(200),
      quality: qualitySchema,
      /** Closed in Chaman or removed here. */
      gone: z.boolean(),
    })
    .nullable(),
});
export type Route = z.infer<typeof routeSchema>;

export const mandateSchema = z.strictObject({
  id: idSchema,
  employerId: idSchema,
  service: serviceSchema,
  mandataryNumber: z.string(),
  /** As an account of ours names that enterprise; null: none of our accounts is of it. */
  mandataryName: z.string().max(200).nullable(),
  startQuarter: quarterSchema,
  endQuarter: quarterSchema.nullable(),
  /** `past`: ended before this quarter; `later`: starts after it. */
  time: z.enum(['past', 'now', 'later']),
  /** As recorded (null), or as the service's last answer said since. */
  lastAnswer: z.enum(['confirmed', 'refuted']).nullable(),
  lastAnswerAt: z.iso.datetime().nullable(),
  recordedAt: z.string().max(30),
  revision: z.int(),
});
export type Mandate = z.infer<typeof mandateSchema>;

export const serviceRoutesSchema = z.strictObject({
  service: serviceSchema,
  /** Of the day; null: none chosen. */
  present: routeSchema.nullable(),
  /** Planned for a later day. */
  next: routeSchema.nullable(),
  /** Those of the past, latest first. */
  past: z.array(routeSchema).max(100),
  trouble: routeTroubleSchema.nullable(),
  /** `MND-…`: what is to be said of the mandate. */
  findings: z.array(findingSchema).max(10),
});
export type ServiceRoutes = z.infer<typeof serviceRoutesSchema>;

/** One employer in the table of routes. */
export const routeTableRowSchema = z.strictObject({
  employerId: idSchema,
  name: z.string(),
  enterpriseNumber: z.string(),
  routes: z
    .array(
      z.strictObject({
        service: serviceSchema,
        kind: z.enum([...routeKindSchema.options, 'none']),
        accountName: z.string().max(120).nullable(),
        /** First day of a planned change. */
        changesOn: z.iso.date().nullable(),
        trouble: routeTroubleSchema.nullable(),
        findings: z.array(findingSchema).max(10),
      }),
    )
    .max(4),
  attention: z.boolean(),
});
export type RouteTableRow = z.infer<typeof routeTableRowSchema>;

/** `own` without an account: the employer's own account, whichever it is. */
export const routeChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own'), accountId: idSchema.optional() }),
  z.strictObject({ kind: z.literal('mandatary'), accountId: idSchema }),
  z.strictObject({ kind: z.literal('elsewhere') }),
]);
export type RouteChoice = z.infer<typeof routeChoiceSchema>;

/** A way as the table of routes shows it, of one service. */
export const routeWaySchema = z.strictObject({
  service: serviceSchema,
  kind: z.enum([...routeKindSchema.options, 'none']),
});
export type RouteWay = z.infer<typeof routeWaySchema>;

/** What a person stops. A right is stopped for a service: all rights that open it are taken off the account. */
export const stopSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('right'), accountId: idSchema, service: serviceSchema }),
  z.strictObject({ kind: z.literal('certificate'), accountId: idSchema }),
  z.strictObject({ kind: z.literal('account'), accountId: idSchema }),
  z.strictObject({ kind: z.literal('mandate'), mandateId: idSchema, endQuarter: quarterSchema }),
]);
export type Stop = z.infer<typeof stopSchema>;

export const stopPreviewSchema = z.strictObject({
  /** Day from which nothing goes by this way any more: today, or the first day after a mandate's last quarter. */
  from: z.iso.date(),
  atOnce: z.boolean(),
  services: z.array(serviceSchema).max(4),
  totals: z.strictObject({
    /** Whose data go by this way towards any of the services, each once. */
    employers: z.int(),
    /** Trainings in the outbox that have not left. */
    waiting: z.int(),
    /** Drafts and waiting trainings that the service never accepted: what `drop` removes. */
    neverSent: z.int(),
    /** On their way or without a known outcome: nobody can take these back. */
    away: z.int(),
  }),
  employers: z
    .array(
      z.strictObject({
        employerId: idSchema,
        name: z.string(),
        waiting: z.int(),
        neverSent: z.int(),
        away: z.int(),
      }),
    )
    .max(500),
});
export type StopPreview = z.infer<typeof stopPreviewSchema>;

const mandateFields = {
  mandataryNumber: enterpriseNumberSchema,
  startQuarter: quarterSchema,
  endQuarter: quarterSchema.nullable(),
};

export const routeCalls = {
  'route.list': read(
    z.strictObject({ employerId: idSchema }),
    z.strictObject({ day: z.iso.date(), rows: z.array(serviceRoutesSchema).max(4) }),
  ),
  /** All employers by all services; `attention`: only those with something to do. */
  'route.table': read(
    z.strictObject({
      ...pageInput,
      text: z.string().max(120).default(''),
      attention: z.boolean().default(false),
      /** Only employers that reach this service by this way. */
      way: routeWaySchema.nullable().default(null),
    }),
    pageOf(routeTableRowSchema),
  ),
  /** What is to be said before sending: per employer with something waiting or drafted, at most 200 of them. */
  'route.findings': read(
    z.strictObject({ service: serviceSchema, employerId: idSchema.nullable().default(null) }),
    z.strictObject({
      total: z.int(),
      rows: z
        .array(
          z.strictObject({
            employerId: idSchema,
            name: z.string(),
            trouble: routeTroubleSchema.nullable(),
            findings: z.array(findingSchema).max(10),
          }),
        )
        .max(200),
    }),
  ),
  /** From a day on, today or later (earlier only where there was no route yet). */
  'route.set': act(
    z.strictObject({
      employerId: idSchema,
      service: serviceSchema,
      route: routeChoiceSchema,
      from: localDateSchema.optional(),
    }),
    nothing,
  ),
  'route.setMany': act(
    z.strictObject({
      employerIds: z.array(idSchema).min(1).max(500),
      service: serviceSchema,
      route: routeChoiceSchema,
      from: localDateSchema.optional(),
    }),
    z.strictObject({
      /** With which `route.undoMany` takes it back. */
      settingId: idSchema,
      set: z.int(),
      unchanged: z.int(),
      refused: z
        .array(z.strictObject({ employerId: idSchema, name: z.string(), code: z.string().max(40) }))
        .max(500),
    }),
  ),
  /**
   * Puts back what counted before, planned routes too, for each employer whose routes are still as that setting left them.
   * `left`: changed since. Failure notFound: undone already, or of an earlier run of the program.
   */
  'route.undoMany': act(
    z.strictObject({ settingId: idSchema }),
    z.strictObject({ putBack: z.int(), left: z.int() }),
  ),
  'route.stopPreview': read(z.strictObject({ stop: stopSchema }), stopPreviewSchema),
  /**
   * `keep`: what waits comes back to the register as drafts; `drop`: drafts that were never sent are removed too; `leave`
   * (only a mandate that still runs): what waits may still be sent until its last day.
   */
  'route.stop': act(
    z.strictObject({
      stop: stopSchema,
      waiting: z.enum(['keep', 'drop', 'leave']),
      confirmed: z.literal(true),
    }),
    z.strictObject({
      stopId: idSchema,
      takenOut: z.int(),
      dropped: z.int(),
      away: z.int(),
      employers: z.int(),
    }),
  ),
  /**
   * After the way was opened again: what that stop took out is submitted again, as far as it is an unchanged draft still.
   * `left`: what stayed a draft. Failure notFound: of an earlier run of the program.
   */
  'route.submitTakenOut': act(
    z.strictObject({ stopId: idSchema }),
    z.strictObject({ submitted: z.int(), left: z.int() }),
  ),
  'mandate.list': read(
    z.strictObject({ employerId: idSchema }),
    z.strictObject({ rows: z.array(mandateSchema).max(200) }),
  ),
  'mandate.record': act(
    z.strictObject({ employerId: idSchema, service: serviceSchema, ...mandateFields }),
    z.strictObject({ id: idSchema }),
  ),
  /** Corrects what was recorded, or says that it was put right: earlier answers no longer count. */
  'mandate.update': act(
    z.strictObject({ id: idSchema, expectedRevision: z.int(), ...mandateFields }),
    nothing,
  ),
  'mandate.end': act(
    z.strictObject({ id: idSchema, expectedRevision: z.int(), endQuarter: quarterSchema }),
    nothing,
  ),
  'mandate.remove': act(z.strictObject({ id: idSchema }), nothing),
  'mandate.restore': act(z.strictObject({ id: idSchema }), nothing),
};
export const routeEvents = {
  'route.changed': event(changedSchema),
  'mandate.changed': event(changedSchema),
};
