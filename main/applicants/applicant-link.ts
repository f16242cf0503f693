// What an applicant is handed: the link that the service returned, byte for byte, or the official template that a person confirmed;
// never one of our own making. And its code to scan.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { qrPath } from '../posters/qr-path.ts';
import { readOfficialDomains } from '../settings/environments.ts';
import type { RequestRow } from './request-store.ts';

export type ApplicantLink = { url: string; from: 'service' | 'template' };

type Place = Pick<Session, 'environment' | 'resourcesDir'>;

/** Null: none is known, none that may be handed out, or nobody may be let in by it any more. */
export function linkOf(
  session: Place,
  { state, service_id: id, url }: Pick<RequestRow, 'state' | 'service_id' | 'url'>,
): ApplicantLink | null {
  if (state !== 'open') return null;
  const { practice, templates } = session.environment;
  // The port of practice is another after each start.
  if (practice !== null) return practiceLink(practice.requestUrl ?? null, id, url);
  if (url !== null && isOfficial(session, url)) return { url, from: 'service' };
  const template = templates?.applicantLink ?? null;
  if (template === null || id === null) return null;
  return { url: template.value.replace('{id}', () => encodeURIComponent(id)), from: 'template' };
}

/** Nothing of practice leads away from this computer. */
function practiceLink(ours: string | null, id: string | null, url: string | null): ApplicantLink | null {
  if (ours === null) return null;
  if (id !== null)
    return { url: ours.replace(/\{(id|requestId)\}/, () => encodeURIComponent(id)), from: 'service' };
  const same = url !== null && URL.canParse(url) && new URL(url).origin === originOf(ours);
  return same ? { url, from: 'service' } : null;
}

const originOf = (template: string): string | null =>
  URL.canParse(template) ? new URL(template).origin : null;

/**
 * People scan it without seeing where it leads: by https alone, to a host of the authority or to that of the template that a person
 * confirmed, and written so that every reader finds the same host in it.
 */
function isOfficial({ environment, resourcesDir }: Place, url: string): boolean {
  const host = /^https:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#][\x21-\x5b\x5d-\x7e]*)?$/i.exec(url)?.[1];
  if (host === undefined || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  if (hostname !== host.toLowerCase()) return false;
  const template = environment.templates?.applicantLink?.value.replace('{id}', '') ?? '';
  if (URL.canParse(template) && new URL(template).hostname === hostname) return true;
  return [...officialDomains(resourcesDir)].some((domain) => hostname.endsWith(`.${domain}`));
}

const domainsIn = new Map<string, ReadonlySet<string>>();

/** Read once: a list of cards asks for each. */
function officialDomains(resourcesDir: string): ReadonlySet<string> {
  const known = domainsIn.get(resourcesDir) ?? readOfficialDomains(resourcesDir);
  domainsIn.set(resourcesDir, known);
  return known;
}

/** Millimetres of the smallest code that is handed out, on paper and on a screen. */
const sideMm = 40;

/** The drawing of a code of level H or Q with its quiet zone. Failure tooLarge: the link is longer than a code holds. */
export function codeOf(url: string): Result<{ modules: number; drawing: string }> {
  const made = qrPath(url, sideMm);
  return made.ok ? ok({ modules: made.value.side, drawing: made.value.path }) : made;
}
