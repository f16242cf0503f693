// What a page of the practice portal is told about a request, what it works with, and what it answers.
import type { CbssParts } from '../cbss/parts.ts';
import type { CitizenParts } from '../citizen/parts.ts';
import type { AccountParts } from '../portal/accounts.ts';
import type { MahisParts } from '../portal/mahis.ts';
import type { PresenceParts } from '../presence/parts.ts';
import type { Person } from '../store/access-store.ts';
import type { Account } from '../store/account-store.ts';
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

export interface Download {
  readonly name: string;
  readonly bytes: Buffer;
}
export type PageReply =
  | { readonly status: number; readonly html: string }
  | { readonly redirect: string }
  | { readonly download: Download };

export interface PageParts extends AccountParts, MahisParts {
  readonly scopesOf: (account: Account) => readonly string[];
  readonly presence: PresenceParts;
  readonly citizen: CitizenParts;
  readonly cbss: CbssParts;
}

export type Serve = (parts: PageParts, request: PageRequest) => PageReply;

/** `GET /path` or `POST /path` → what serves it. */
export type Routes = Readonly<Record<string, Serve>>;

/** A parameter that came with the address or, on a post, with the form. */
export const given = (request: PageRequest, name: string): string =>
  request.form.text(name) || (request.query.get(name) ?? '').trim();
