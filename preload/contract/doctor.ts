// The doctor: which link between this computer and a service is broken, and who mends it. And the exchanges themselves.
import { z } from 'zod';
import { environmentNameSchema } from './app.ts';
import { act, idSchema, nothing, read } from './call.ts';
import { serviceSchema } from './services.ts';
import { languageSchema } from './values.ts';

/** The links in the order in which they are checked: what lies behind a broken one cannot be judged. */
export const linkIdSchema = z.enum([
  'route',
  'network',
  'dns',
  'tls',
  'clock',
  'certificate',
  'key',
  'clientId',
  'token',
  'right',
  'service',
  'mandate',
]);
export type LinkId = z.infer<typeof linkIdSchema>;
export const linkIds = linkIdSchema.options;

/** Who mends it. */
export const menderSchema = z.enum([
  'you',
  'it',
  'chamanUser',
  'accessManager',
  'employer',
  'authority',
  'nobody',
]);
/** Where it is mended: a page of the program, a screen of the portal, or the computer. */
export const placeSchema = z.enum([
  'account',
  'certificate',
  'employer',
  'addresses',
  'chamanAccount',
  'chamanRights',
  'chamanCertificates',
  'accessManagement',
  'mahis',
  'circleOfTrust',
  'computer',
  'network',
  'none',
]);
export type Place = z.infer<typeof placeSchema>;

const outcomeSchema = z.enum(['ok', 'warning', 'failed']);

/** One link as it was found. `key` names the sentences under `doctor.links`: found, do. */
export const linkSchema = z.strictObject({
  id: linkIdSchema,
  outcome: z.enum(['ok', 'warning', 'failed', 'notReached']),
  key: z.string().max(60),
  params: z.record(z.string(), z.union([z.string().max(300), z.number()])).optional(),
  /** For links that are checked once per service. */
  service: serviceSchema.nullable(),
  who: menderSchema.nullable(),
  where: placeSchema.nullable(),
});
export type Link = z.infer<typeof linkSchema>;

export const examinationSchema = z.strictObject({
  account: z.strictObject({ id: idSchema, name: z.string().max(120) }).nullable(),
  employer: z.strictObject({ id: idSchema, name: z.string().max(200) }).nullable(),
  outcome: outcomeSchema,
  links: z.array(linkSchema).max(40),
  /** Validity in seconds and scope of the token that was given; never the token. */
  token: z.strictObject({ expiresInSeconds: z.int(), scope: z.string().max(2_000) }).nullable(),
});
export type Examination = z.infer<typeof examinationSchema>;

export const reportSchema = z.strictObject({
  id: idSchema,
  at: z.iso.datetime(),
  environment: environmentNameSchema,
  outcome: outcomeSchema,
  /** The account examinations; the one that needs most stands first. */
  examinations: z.array(examinationSchema).max(200),
});
export type DoctorReport = z.infer<typeof reportSchema>;

const header = z.strictObject({ name: z.string().max(100), value: z.string().max(2_000) });
export const exchangeRowSchema = z.strictObject({
  number: z.int().min(1),
  at: z.iso.datetime(),
  method: z.string().max(10),
  url: z.string().max(2_000),
  /** Status of the answer; null when none came. */
  status: z.int().nullable(),
  /** Why no answer came, or `answer`. */
  ended: z.string().max(30),
  milliseconds: z.int().min(0),
  traceId: z.string().max(64),
});

const copyForm = z.enum(['text', 'json']);

export const doctorCalls = {
  /**
   * Examines one account, the route of one employer, or all accounts. Runs as the job `doctor`, which can be followed and
   * cancelled meanwhile. Failures: accountMissing, notFound (employer), cancelled, stateNotAllowed while one runs.
   */
  'doctor.run': act(
    z.strictObject({
      accountId: idSchema.nullable().default(null),
      employerId: idSchema.nullable().default(null),
      service: serviceSchema.nullable().default(null),
    }),
    reportSchema,
  ),
  /** The last report of this sitting. */
  'doctor.last': read(nothing, z.strictObject({ report: reportSchema.nullable() })),
  /** The report as text or JSON to paste elsewhere: no secret, no number of a person. Failure notFound. */
  'doctor.copy': read(
    z.strictObject({ id: idSchema, form: copyForm, language: languageSchema }),
    z.strictObject({ text: z.string().max(200_000) }),
  ),
  'doctor.save': act(
    z.strictObject({ id: idSchema, form: copyForm, language: languageSchema }),
    z.strictObject({ saved: z.boolean(), name: z.string().max(255) }),
  ),
  /** Only the way to each address of an environment, also of one that is not open. Failure environmentUnknown. */
  'doctor.addresses': act(
    z.strictObject({ environment: environmentNameSchema }),
    z.strictObject({
      hosts: z
        .array(
          z.strictObject({
            host: z.string().max(300),
            outcome: outcomeSchema,
            links: z.array(linkSchema).max(6),
          }),
        )
        .max(20),
    }),
  ),
  /** What went over the wire since the environment was opened, newest first: redacted, in memory only. */
  'exchange.list': read(
    z.strictObject({
      text: z.string().max(120).default(''),
      problemsOnly: z.boolean().default(false),
    }),
    z.strictObject({ rows: z.array(exchangeRowSchema).max(500), total: z.int().min(0) }),
  ),
  'exchange.show': read(
    z.strictObject({ number: z.int().min(1) }),
    z.strictObject({
      exchange: exchangeRowSchema,
      requestHeaders: z.array(header).max(60),
      requestBody: z.string().max(20_000),
      responseHeaders: z.array(header).max(100),
      responseBody: z.string().max(20_000),
      /** The bodies are longer than what is kept. */
      cut: z.boolean(),
    }),
  ),
  /** As a command for a terminal, or as it stood on the wire. Failure notFound. */
  'exchange.copy': read(
    z.strictObject({ number: z.int().min(1), form: z.enum(['curl', 'http']) }),
    z.strictObject({ text: z.string().max(60_000) }),
  ),
  'exchange.clear': act(nothing, nothing),
};
