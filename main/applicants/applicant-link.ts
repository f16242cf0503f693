// What an applicant is handed: the link that the service returned, byte for byte, or the official template that a person confirmed;
// never one of our own making. And its code to scan.
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../platform/session.ts';
import { qrPath } from '../posters/qr-path.ts';
import type { RequestRow } from './request-store.ts';

export type ApplicantLink = { url: string; from: 'service' | 'template' };

/** Null: none is known, or nobody may be let in by it any more. */
export function linkOf(
  { environment }: Pick<Session, 'environment'>,
  { state, service_id: id, url }: Pick<RequestRow, 'state' | 'service_id' | 'url'>,
): ApplicantLink | null {
  if (state !== 'open') return null;
  // The port of practice is another after each start.
  const ours = environment.practice?.requestUrl ?? null;
  if (ours !== null && id !== null) return { url: ours.replace(/\{(id|requestId)\}/, id), from: 'service' };
  if (url !== null && mayBeShown(environment.kind, url)) return { url, from: 'service' };
  const template = environment.templates?.applicantLink ?? null;
  if (template === null || id === null) return null;
  return { url: template.value.replace('{id}', encodeURIComponent(id)), from: 'template' };
}

/** Outside practice a number of a request travels by https alone. */
const mayBeShown = (kind: Session['environment']['kind'], url: string): boolean =>
  kind === 'practice' || url.startsWith('https://');

/** Millimetres of the smallest code that is handed out, on paper and on a screen. */
const sideMm = 40;

/** The drawing of a code of level H or Q with its quiet zone. Failure tooLarge: the link is longer than a code holds. */
export function codeOf(url: string): Result<{ modules: number; drawing: string }> {
  const made = qrPath(url, sideMm);
  return made.ok ? ok({ modules: made.value.side, drawing: made.value.path }) : made;
}
