// What a page of the practice portal is told about a request, and what it answers.
import type { Person } from '../store/access-store.ts';
import type { Form } from './form.ts';
import type { PortalSession } from './portal-session.ts';
import type { Translate } from './texts.ts';

export interface PageRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: Form;
  readonly session: PortalSession;
  readonly person: Person | undefined;
  readonly t: Translate;
}

export type PageReply = { readonly status: number; readonly html: string } | { readonly redirect: string };
