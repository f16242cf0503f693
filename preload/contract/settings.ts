// Settings of the person and of the profile, and the switches of the practice environment.
import { z } from 'zod';
import { environmentNameSchema, themeSchema } from './app.ts';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { qualitySchema } from './services.ts';
import { enterpriseNumberSchema, languageSchema, typedLine } from './values.ts';

/** Whether an address or scope is a published fact or a proposal of ours. */
export const certaintySchema = z.enum(['seed', 'public', 'inferred', 'assumed', 'practice', 'entered']);

export const faultSchema = z.strictObject({
  kind: z.enum([
    'latency',
    'tooManyRequests',
    'serviceUnavailable',
    'serverError',
    'resetBeforeCommit',
    'resetAfterCommit',
    'halfBody',
    'htmlInsteadOfJson',
    'wrongJson',
    'expireTokens',
    'clockSkew',
  ]),
  /** Milliseconds for `latency`, seconds for `tooManyRequests`, `serviceUnavailable` and `clockSkew`. */
  amount: z.int().min(-86_400).max(86_400).default(0),
  /** Every how many requests it strikes: 1 is each one. */
  every: z.int().min(1).max(10_000).default(1),
});

/** A place on the practice portal: its first page, or one of the online services that a guide leads through. */
export const practicePageSchema = z.enum([
  'portal',
  'accessManagement',
  'chaman',
  'mahis',
  'circleOfTrust',
  'registers',
  'registerAccess',
]);
export type PracticePage = z.infer<typeof practicePageSchema>;

export const settingsCalls = {
  'settings.update': act(
    z.strictObject({
      language: languageSchema.optional(),
      theme: themeSchema.optional(),
      personName: typedLine.max(120).optional(),
      employerId: idSchema.nullable().optional(),
      firstRunDone: z.literal(true).optional(),
    }),
    nothing,
  ),
  'settings.chooseEnvironment': act(
    z.strictObject({ name: environmentNameSchema, confirmed: z.boolean() }),
    nothing,
  ),
  /** The addresses and scopes in use, each with its certainty, as shown in Settings. */
  'settings.addresses': read(
    nothing,
    z.strictObject({
      rows: z
        .array(
          z.strictObject({
            environment: environmentNameSchema,
            what: z.string().max(80),
            value: z.string().max(300),
            certainty: certaintySchema,
          }),
        )
        .max(200),
    }),
  ),
  'practice.setDate': act(z.strictObject({ date: z.iso.date() }), nothing),
  'practice.faults': read(nothing, z.strictObject({ faults: z.array(faultSchema).max(20) })),
  'practice.setFaults': act(z.strictObject({ faults: z.array(faultSchema).max(20) }), nothing),
  /** Adds the sample employers and workers of the practice world to this environment. */
  'practice.addSamples': act(nothing, z.strictObject({ employers: z.int(), workers: z.int() })),
  /**
   * Opens a page of the practice portal in a window of its own, for an enterprise and in a quality where these are named.
   * Failures: notSupportedHere outside practice and without a window, connectionRefused.
   */
  'practice.openPage': act(
    z.strictObject({
      page: practicePageSchema,
      enterpriseNumber: enterpriseNumberSchema.optional(),
      /** Of that enterprise: filled in where the portal asks for it. */
      enterpriseName: typedLine.max(200).optional(),
      quality: qualitySchema.optional(),
    }),
    nothing,
  ),
  /** Makes an employer and its workers known to the practice services, as Dimona would have. */
  'practice.enrol': act(z.strictObject({ employerId: idSchema }), z.strictObject({ workers: z.int() })),
};
export const settingsEvents = { 'settings.changed': event(changedSchema) };
