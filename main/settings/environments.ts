// Which environments there are: the built-in ones, practice, and those of a file given with `--environments`. A file can
// never give other addresses for production.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { environmentKindSchema, environmentNameSchema } from '../../preload/contract/app.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { certaintySchema } from '../../preload/contract/settings.ts';
import type { Environment, Stated } from '../platform/environment.ts';
import { isReservedName } from '../platform/profile.ts';

const stated = (value: z.ZodString) =>
  z
    .object({ value, status: certaintySchema.catch('practice') })
    .transform(({ value, status }) => ({ value, status }));
const url = stated(
  z
    .string()
    .regex(/^https?:\/\/[^\s@]+$/)
    .max(300)
    .refine(isSafeAddress),
);
/** Assertions, tokens and numbers of persons travel there: without TLS only to this computer itself. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

const scope = stated(
  z
    .string()
    .regex(/^[a-z0-9:._-]+$/)
    .max(200),
).nullable();

const other = <Name extends string>(...names: Name[]) =>
  z
    .object({ baseUrl: url.nullable(), scopes: z.record(z.string(), scope) })
    .transform(({ baseUrl, scopes }) => ({
      baseUrl,
      scopes: Object.fromEntries(names.map((name) => [name, scopes[name] ?? null])) as Record<
        Name,
        Stated | null
      >,
    }))
    // A file made before these services were known simply lacks them.
    .prefault({ baseUrl: null, scopes: {} });

const entrySchema = z.object({
  kind: environmentKindSchema,
  oauth: z.object({ tokenUrl: url, audience: stated(z.string().min(1).max(300)) }),
  services: z.object({
    fla: z.object({
      baseUrl: url,
      trainingProviderBaseUrl: url.nullable().optional(),
      scopes: z.object({ employer: scope, mandatary: scope, trainingProvider: scope }),
    }),
    checkInAndOutAtWork: other('register', 'consult'),
    citizenMandates: other('manage'),
    citizenData: other('consult'),
    dimona: other('declare', 'consult'),
  }),
  cbss: z.object({ baseUrl: url, testUrl: url }).optional(),
  presenceReferences: z.boolean().optional(),
  caPem: z.string().max(20_000).optional(),
  caFile: z.string().max(1_000).optional(),
  practice: z
    .object({
      adminUrl: z.string(),
      adminToken: z.string(),
      chamanUrl: z.string(),
      portalUrl: z.string().optional(),
      workerUrl: z.string().optional(),
      requestUrl: z.string().optional(),
      accessesUrl: z.string().optional(),
    })
    .nullable()
    .optional(),
});
const fileSchema = z.record(environmentNameSchema, entrySchema);
type Entry = z.infer<typeof entrySchema>;

export type Environments = ReadonlyMap<string, Environment>;

/**
 * Reads the built-in list and, where given, a file over it. Failures: fileUnreadable, environmentRefused for an entry of
 * kind production, one named as a file of the profile, one named as a built-in production entry, or one that turns a built-in name into another kind.
 */
export function readEnvironments(resourcesDir: string, file: string | null): Result<Environments> {
  const builtIn = readFile(join(resourcesDir, 'environments.json'));
  if (!builtIn.ok) return builtIn;
  const found = new Map<string, Environment>([['practice', unstartedPractice()], ...builtIn.value]);
  if (file === null) return ok(found);
  const given = readFile(resolve(file));
  if (!given.ok) return given;
  for (const [name, environment] of given.value) {
    const known = found.get(name);
    const refused =
      isReservedName(name) ||
      environment.kind === 'production' ||
      known?.kind === 'production' ||
      (known !== undefined && known.kind !== environment.kind) ||
      (environment.kind === 'practice') !== (environment.practice !== null);
    if (refused) return fail('environmentRefused', { details: { environment: name } });
    found.set(name, environment);
  }
  return ok(found);
}

/** Official pages by short name, from the built-in list only. */
export function readLinks(resourcesDir: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(resourcesDir, 'environments.json'), 'utf8');
  const { links } = z.object({ links: z.record(z.string(), url) }).parse(JSON.parse(text));
  return new Map(Object.entries(links).map(([name, { value }]) => [name, value]));
}

/** Domains of the authority: a page may enter addresses under these alone. From the built-in list only. */
export function readOfficialDomains(resourcesDir: string): ReadonlySet<string> {
  const text = readFileSync(join(resourcesDir, 'environments.json'), 'utf8');
  const domain = stated(z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/));
  const { officialDomains } = z.object({ officialDomains: z.array(domain) }).parse(JSON.parse(text));
  return new Set(officialDomains.map(({ value }) => value));
}

/** What the practice service printed when it was ready, as an environment. */
export function practiceEnvironment(printed: unknown): Result<Environment> {
  const entry = fileSchema.safeParse(printed);
  const first = entry.success ? Object.entries(entry.data)[0] : undefined;
  if (!first) return fail('unexpectedAnswer', { details: { service: 'practice' } });
  return ok(environmentOf(first[0], first[1], ''));
}

/** Practice before its service runs: its addresses are filled in when it does. */
function unstartedPractice(): Environment {
  const none = { value: '', status: 'practice' as const };
  return {
    name: 'practice',
    kind: 'practice',
    oauth: { tokenUrl: none, audience: none },
    services: {
      fla: { baseUrl: none, scopes: { employer: null, mandatary: null, trainingProvider: null } },
      checkInAndOutAtWork: { baseUrl: null, scopes: { register: null, consult: null } },
      citizenMandates: { baseUrl: null, scopes: { manage: null } },
      citizenData: { baseUrl: null, scopes: { consult: null } },
      dimona: { baseUrl: null, scopes: { declare: null, consult: null } },
    },
    caPem: null,
    practice: null,
  };
}

/** Takes the bare list and also the whole line that `practice serve` prints, in which it stands as `environments`. */
function readFile(path: string): Result<[string, Environment][]> {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const whole = z.object({ environments: fileSchema }).safeParse(content);
    const list = whole.success ? whole.data.environments : fileSchema.parse(withoutLinks(content));
    return ok(
      Object.entries(list).map(([name, entry]) => [name, environmentOf(name, entry, dirname(path))] as const),
    ) as Result<[string, Environment][]>;
  } catch {
    return fail('fileUnreadable', { details: { file: 'environments' } });
  }
}

/** The built-in list also names official pages, desks and domains. */
function withoutLinks(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('links' in content)) return content;
  const list = content as Record<string, unknown>;
  const { links: _links, contacts: _contacts, officialDomains: _domains, ...rest } = list;
  return rest;
}

function environmentOf(name: string, entry: Entry, folder: string): Environment {
  const caPem = entry.caPem ?? (entry.caFile ? readFileSync(resolve(folder, entry.caFile), 'utf8') : null);
  const { kind, oauth, services, cbss, presenceReferences, practice = null } = entry;
  return { name, kind, oauth, services, cbss, presenceReferences, caPem, practice };
}
