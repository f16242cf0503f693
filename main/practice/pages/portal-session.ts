// Who looks at the practice portal: one session per window, in memory only, let in by the key of this run.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Language, TextParams } from './texts.ts';

export interface PortalSession {
  readonly id: string;
  /** Stands in every form: a post without it comes from another page. */
  readonly csrf: string;
  language: Language;
  /** `worker`: came by a code, without the key; sees nothing but the worker's page and the citizen's own. */
  readonly door: 'portal' | 'worker';
  /** INSZ of the person who logged in. */
  person: string | undefined;
  /** INSZ of the citizen who logged in on the citizens' own pages. */
  citizen: string | undefined;
  /** The enterprise by which the window was opened, with its name there: filled in where it is asked for. */
  opened: { readonly number: string; readonly name: string } | undefined;
  /** A sentence for the next page only. */
  notice: { readonly key: string; readonly params: TextParams } | undefined;
}

export interface PortalSessions {
  /** Whether this is the key of the run. */
  opens(key: string): boolean;
  begin(door: PortalSession['door']): PortalSession;
  find(cookieHeader: string | undefined): PortalSession | undefined;
}

const MOST_SESSIONS = 200;
export const COOKIE = 'sociodesk-practice';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Equal texts, compared in constant time. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const secret = (): string => randomBytes(24).toString('base64url');

export const createPortalSessions = (key: string): PortalSessions => {
  const sessions = new Map<string, PortalSession>();
  return {
    opens: (given) => sameSecret(given, key),
    begin: (door) => {
      const session: PortalSession = {
        id: secret(),
        csrf: secret(),
        door,
        language: 'nl',
        person: undefined,
        citizen: undefined,
        opened: undefined,
        notice: undefined,
      };
      sessions.set(session.id, session);
      const oldest = sessions.keys().next().value;
      if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest);
      return session;
    },
    find: (header) => {
      const id = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{32})(?:;|$)`).exec(header ?? '')?.[1];
      return id === undefined ? undefined : sessions.get(id);
    },
  };
};
