// Going live: official addresses, scopes, templates and issuers as a person entered them, and the notice on liability.
import { z } from 'zod';
import { environmentNameSchema } from './app.ts';
import { act, idSchema, nothing, read } from './call.ts';
import { certaintySchema } from './settings.ts';

/** A fact of an environment by its place: `oauth.tokenUrl`, `fla.scopes.employer`, `templates.applicantLink`, `issuers`. */
export const factNameSchema = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*){0,2}$/);

/** Why an entered value is not taken; the sentences stand in `going-live.rules`. */
export const factRuleSchema = z.enum([
  'unknownFact',
  'notAnAddress',
  'httpsOnly',
  'noLoopback',
  'noAddressOfDigits',
  'hostUnlikely',
  'noExtras',
  'notAScope',
  'notOneLine',
  'placeholderMissing',
  'tooManyIssuers',
  'otherDomain',
  'loopbackByFile',
  'hostsDiffer',
]);
export type FactRule = z.infer<typeof factRuleSchema>;

const change = z.strictObject({ name: factNameSchema.max(80), value: z.string().max(4_000).nullable() });
const changes = z.array(change).min(1).max(60);
const problem = z.strictObject({ name: z.string().max(80), rule: factRuleSchema });

export const factRowSchema = z.strictObject({
  name: factNameSchema,
  kind: z.enum(['address', 'scope', 'text', 'template', 'issuers']),
  /** What the program came with; null: not known. */
  shipped: z.string().max(4_000).nullable(),
  certainty: certaintySchema.nullable(),
  /** What a person entered in its place. */
  entered: z.string().max(4_000).nullable(),
});
export type FactRow = z.infer<typeof factRowSchema>;

export const goingLiveCalls = {
  /** Facts of one environment. Failures: environmentUnknown; stateNotAllowed for practice, which knows its own. */
  'goLive.show': read(
    z.strictObject({ environment: environmentNameSchema }),
    z.strictObject({
      rows: z.array(factRowSchema).max(60),
      /** When something was last entered, and by whom; null: all as shipped. */
      changed: z.strictObject({ at: z.iso.datetime(), by: z.string().max(200) }).nullable(),
    }),
  ),
  /**
   * Enters values in place of the shipped ones; null goes back to the shipped one. All or nothing: `problems` says why
   * not. Addresses must be of the authority's domains, unless a file that was picked and read in this window named just
   * that value. Failures: environmentUnknown, stateNotAllowed while something is being sent.
   */
  'goLive.save': act(
    z.strictObject({ environment: environmentNameSchema, changes }),
    z.strictObject({ saved: z.boolean(), problems: z.array(problem).max(60) }),
  ),
  /** Which of these values `goLive.save` would not take now, as a field is left; nothing is kept. Failure environmentUnknown. */
  'goLive.check': read(
    z.strictObject({ environment: environmentNameSchema, changes }),
    z.strictObject({ problems: z.array(problem).max(60) }),
  ),
  /** As `goLive.save`, for the command line, which may confirm another domain. Failure notSupportedHere for a page. */
  'goLive.enter': act(
    z.strictObject({
      environment: environmentNameSchema,
      changes,
      confirmed: z.boolean().default(false),
    }),
    z.strictObject({ saved: z.boolean(), problems: z.array(problem).max(60) }),
  ),
  'goLive.reset': act(z.strictObject({ environment: environmentNameSchema }), nothing),
  /**
   * Reads the entry of this environment from a file shaped as the program's own list; nothing is kept yet. `elsewhere`:
   * hosts in it that are not the authority's, which the person should have meant.
   */
  'goLive.readFile': read(
    z.strictObject({ environment: environmentNameSchema, selectionId: idSchema }),
    z.strictObject({
      changes: z.array(change).max(60),
      problems: z.array(problem).max(60),
      elsewhere: z.array(z.string().max(300)).max(60),
    }),
  ),
  /** Whether the notice on liability must be read before anything may be sent; only where production is reached. */
  'goLive.liability': read(
    nothing,
    z.strictObject({
      needed: z.boolean(),
      accepted: z.strictObject({ at: z.iso.datetime(), by: z.string().max(200) }).nullable(),
    }),
  ),
  'goLive.acceptLiability': act(z.strictObject({ accepted: z.literal(true) }), nothing),
};
