// Chaman accounts: the client id of an enterprise in one quality, its certificate, and the check of the whole chain.
import { z } from 'zod';
import { act, changedSchema, event, idSchema, nothing, read } from './call.ts';
import { qualitySchema, rightSchema, serviceSchema } from './services.ts';
import { enterpriseNumberSchema, typedLine } from './values.ts';

/** Both published forms: `self_service_expeditor_<n>` and `self_service_chaman_<n>_<suffix>`. */
export const clientIdSchema = z
  .string()
  .trim()
  .regex(/^(self_service_expeditor_\d{1,6}|self_service_chaman_\d{1,6}_[a-z0-9]{5,12})$/);

const rightsSchema = z.array(rightSchema).max(rightSchema.options.length);
/** Lower-case segments after `scope:`; several are separated by a blank. Grammar: rest-services §1.6. */
export const scopeTextSchema = z
  .string()
  .trim()
  .max(600)
  .regex(/^scope(:[a-z0-9-]+){2,6}( scope(:[a-z0-9-]+){2,6})*$/);
const scopesSchema = z.partialRecord(serviceSchema, scopeTextSchema);

export const accountSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(120),
  enterpriseNumber: z.string(),
  enterpriseName: z.string().max(200),
  quality: qualitySchema,
  clientId: z.string(),
  certificateId: idSchema.nullable(),
  certificateName: z.string().nullable(),
  certificateNotAfter: z.iso.datetime().nullable(),
  /** Outcome of the last connection check. */
  lastCheck: z
    .strictObject({ at: z.iso.datetime(), outcome: z.enum(['ok', 'warning', 'failed']) })
    .nullable(),
  /** As ticked in Chaman. */
  rights: rightsSchema,
  /** Set by a person, per service; where absent the published scope of the quality is asked for, or none. */
  scopes: scopesSchema,
  /** Closed in Chaman: kept for the history, never used again. */
  closedAt: z.iso.datetime().nullable(),
  /** Employers whose data go by it until further notice, to whichever service. */
  employers: z.int(),
  /** Other enterprises whose own account has the same certificate: each enterprise of a group needs one of its own. */
  sharedWith: z.array(z.string().max(200)).max(20),
  revision: z.int(),
});
export type Account = z.infer<typeof accountSchema>;

const fields = {
  name: typedLine.min(1).max(120),
  enterpriseNumber: enterpriseNumberSchema,
  enterpriseName: typedLine.min(1).max(200),
  quality: qualitySchema,
  certificateId: idSchema,
  rights: rightsSchema.default(['careerProFlaDeclaration']),
};

export const accountCalls = {
  'account.list': read(
    z.strictObject({ closed: z.boolean().default(false) }),
    z.strictObject({ rows: z.array(accountSchema).max(500) }),
  ),
  'account.add': act(
    z.strictObject({ ...fields, clientId: clientIdSchema, scopes: scopesSchema.default({}) }),
    z.strictObject({ id: idSchema }),
  ),
  'account.update': act(
    z.strictObject({
      id: idSchema,
      expectedRevision: z.int(),
      name: fields.name,
      certificateId: idSchema,
      clientId: clientIdSchema,
      /** Where absent they stay as they are. */
      rights: rightsSchema.optional(),
      scopes: scopesSchema.optional(),
    }),
    nothing,
  ),
  /** Undoes a closing: it can be used again. Closing itself is `route.stop`. */
  'account.reopen': act(z.strictObject({ id: idSchema }), nothing),
  'account.remove': act(z.strictObject({ id: idSchema, confirmed: z.literal(true) }), nothing),
  /** Practice only: does in the practice Chaman what a person does in the portal, and keeps the client id. */
  'account.registerInPractice': act(
    z.strictObject(fields),
    z.strictObject({ id: idSchema, clientId: z.string() }),
  ),
};
export const accountEvents = { 'account.changed': event(changedSchema) };
