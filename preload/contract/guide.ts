// Guides: the way through access management and Chaman for an enterprise in one quality, with how far each is.
import { z } from 'zod';
import {
  accessKeepers,
  audiences,
  certificatePlaces,
  groupWays,
  mandataryKinds,
  presenceUses,
  sizes,
  stopKinds,
} from '../rules/guide/answers.ts';
import { channels, wayIds } from '../rules/guide/road.ts';
import { noteIds } from '../rules/guide/road-notes.ts';
import { needIds } from '../rules/guide/road-steps.ts';
import { roles, stepIds } from '../rules/guide/step-catalog.ts';
import { act, changedSchema, event, idSchema, read } from './call.ts';
import { qualitySchema, rightSchema, serviceSchema } from './services.ts';
import { enterpriseNumberSchema, languageSchema, localDateSchema, typedLine, typedLines } from './values.ts';

/** The mandatary that will act, as far as it is known. */
const mandatarySchema = z.strictObject({
  name: typedLine.max(200),
  enterpriseNumber: enterpriseNumberSchema.nullable(),
});

export const guideAnswersSchema = z.strictObject({
  services: z.array(serviceSchema).min(1).max(4),
  audience: z.enum(audiences),
  groupWay: z.enum(groupWays).default('one'),
  mandataryKind: z.enum(mandataryKinds).default('socialSecretariat'),
  access: z.enum(accessKeepers).default('self'),
  size: z.enum(sizes).default('from10to49'),
  account: z.boolean().default(false),
  certificate: z.enum(certificatePlaces).default('none'),
  presences: z.enum(presenceUses).optional(),
  mandatary: mandatarySchema.optional(),
});

/** Setting out, or stopping something in good order. */
export const guidePlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), answers: guideAnswersSchema }),
  z.strictObject({
    kind: z.literal('stop'),
    what: z.enum(stopKinds),
    quality: qualitySchema,
    /** Of which services; none where all of them stop: a certificate, an account. */
    services: z.array(serviceSchema).max(4),
  }),
]);
export type GuidePlan = z.infer<typeof guidePlanSchema>;

const stepId = z.enum(stepIds);

export const roadStepSchema = z.strictObject({
  id: stepId,
  need: z.enum(needIds),
  who: z.enum(roles),
  /** The answers show that it is done. */
  settled: z.boolean(),
});

export const roadSchema = z.strictObject({
  channel: z.enum(channels),
  quality: qualitySchema.nullable(),
  ways: z.array(z.strictObject({ service: serviceSchema, way: z.enum(wayIds) })).max(4),
  account: z.enum(['add', 'reuse', 'none']),
  certificate: z.enum(['make', 'import', 'ask', 'none']),
  mandates: z.array(serviceSchema).max(4),
  rights: z.array(rightSchema).max(10),
  steps: z.array(roadStepSchema).max(40),
  notes: z.array(z.enum(noteIds)).max(30),
});

export const stepStateSchema = z.enum(['open', 'done', 'alreadyDone', 'waiting']);
export type StepState = z.infer<typeof stepStateSchema>;
/** What a person may say of a step: `notDone` contradicts what the app saw, `open` takes back what was said. */
export const stepMarkSchema = z.enum([...stepStateSchema.options, 'notDone']);
export type StepMark = z.infer<typeof stepMarkSchema>;

export const guideStepSchema = z.strictObject({
  ...roadStepSchema.shape,
  state: stepStateSchema,
  /** Who ticked it: a person, the app from what it knows, or the answers; null while open, unless a person says so. */
  by: z.enum(['person', 'app', 'answers']).nullable(),
  /** Whom it waits for; empty where nobody was named. */
  person: z.string().max(120),
  since: z.iso.date().nullable(),
  note: z.string().max(500),
});
export type GuideStep = z.infer<typeof guideStepSchema>;

const summary = {
  id: idSchema,
  employerId: idSchema.nullable(),
  enterpriseNumber: z.string().max(20),
  enterpriseName: z.string().max(200),
  quality: qualitySchema,
  services: z.array(serviceSchema).max(4),
  kind: z.enum(['start', 'stop']),
  /** What is stopped; null in a guide that sets out. */
  what: z.enum(stopKinds).nullable(),
  total: z.int(),
  done: z.int(),
  /** The first step that nobody did yet and that waits for nobody, else the first that waits. */
  next: stepId.nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  revision: z.int(),
};
export const guideRowSchema = z.strictObject({
  ...summary,
  waiting: z
    .array(z.strictObject({ step: stepId, person: z.string().max(120), since: z.iso.date() }))
    .max(40),
});
export const guideSchema = z.strictObject({
  ...summary,
  road: roadSchema,
  steps: z.array(guideStepSchema).max(40),
  /** For the sentences: what the account is called and the fingerprint to compare, where they are known. */
  account: z.string().max(120).nullable(),
  accountId: idSchema.nullable(),
  fingerprint: z.string().max(120).nullable(),
  /** Who acts with the mandate; null where there is none, or where it is not known yet. */
  mandatary: z
    .strictObject({ name: z.string().max(200), enterpriseNumber: z.string().max(20).nullable() })
    .nullable(),
});
export type Guide = z.infer<typeof guideSchema>;

const revised = { id: idSchema, expectedRevision: z.int() };
const mailInput = { id: idSchema, step: stepId, language: languageSchema };
const saved = z.strictObject({ saved: z.boolean(), name: z.string().max(255) });

export const guideCalls = {
  /** The road for answers on the business date; nothing is kept. */
  'guide.road': read(z.strictObject({ plan: guidePlanSchema }), roadSchema),
  'guide.list': read(
    z.strictObject({ finished: z.boolean().default(true) }),
    z.strictObject({ rows: z.array(guideRowSchema).max(500) }),
  ),
  'guide.show': read(z.strictObject({ id: idSchema }), guideSchema),
  /** Failures: refusedByRule when the answers lead nowhere, notFound for an unknown employer. */
  'guide.start': act(
    z.strictObject({
      plan: guidePlanSchema,
      employerId: idSchema.nullable().default(null),
      enterpriseNumber: enterpriseNumberSchema,
      enterpriseName: typedLine.min(1).max(200),
    }),
    z.strictObject({ id: idSchema }),
  ),
  /** Failures: notFound (guide, or the step is not of it), conflict, stateNotAllowed once finished. */
  'guide.setStep': act(
    z.strictObject({
      ...revised,
      step: stepId,
      state: stepMarkSchema,
      person: typedLine.max(120).default(''),
      /** Without it: the business date. Not after it. */
      since: localDateSchema.optional(),
      note: typedLines.max(500).default(''),
    }),
    z.strictObject({ revision: z.int() }),
  ),
  'guide.finish': act(
    z.strictObject({ ...revised, finished: z.boolean() }),
    z.strictObject({ revision: z.int() }),
  ),
  /** `removed` false brings it back. */
  'guide.remove': act(
    z.strictObject({ ...revised, removed: z.boolean() }),
    z.strictObject({ revision: z.int() }),
  ),
  /** The ready e-mail to whoever can do a step, in the language of who gets it. Failure notFound. */
  'guide.mail': read(
    z.strictObject(mailInput),
    z.strictObject({
      /** Known only for the request for the acceptance environment. */
      to: z.string().max(200).nullable(),
      subject: z.string().max(400),
      body: z.string().max(12_000),
    }),
  ),
  'guide.saveMail': act(z.strictObject({ ...mailInput, form: z.enum(['eml', 'txt']) }), saved),
  /** The checklist as lines of text, in any language. */
  'guide.checklist': read(
    z.strictObject({ id: idSchema, language: languageSchema }),
    z.strictObject({ lines: z.array(z.string().max(2_000)).max(500) }),
  ),
  'guide.print': act(
    z.strictObject({ id: idSchema, language: languageSchema, form: z.enum(['pdf', 'txt']) }),
    saved,
  ),
};
export const guideEvents = { 'guide.changed': event(changedSchema) };
