// A window on the practice portal for tests: keeps its cookie, follows redirects, fills in the forms that stand on the
// page and sends them as a browser would, with their hidden fields.
import type { PracticeClient } from './client.ts';

export interface Shown {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  /** What a person reads, without mark-up. */
  readonly text: string;
}

export type Values = Readonly<
  Record<string, string | readonly string[] | { readonly name: string; readonly bytes: Uint8Array }>
>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

const textOf = (html: string): string =>
  decoded(html.replace(/<(head|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

export interface FoundForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly hidden: Readonly<Record<string, string>>;
}

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** The forms of a page with their hidden fields and the values that stand in them. */
export const formsOf = (html: string): FoundForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inner = '']) => ({
    action: attribute(` ${head}`, 'action'),
    method: attribute(` ${head}`, 'method'),
    multipart: head.includes('multipart/form-data'),
    hidden: Object.fromEntries(
      [...inner.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
        attribute(tag, 'name'),
        attribute(tag, 'value'),
      ]),
    ),
  }));

const bodyOf = (form: FoundForm, values: Values): URLSearchParams | FormData => {
  const body = form.multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries({ ...form.hidden, ...values })) {
    if (typeof value === 'string') body.append(name, value);
    else if ('bytes' in value) {
      if (body instanceof FormData) body.append(name, new Blob([new Uint8Array(value.bytes)]), value.name);
    } else for (const one of value) body.append(name, one);
  }
  return body;
};

export const openWindow = async (
  client: Pick<PracticeClient, 'service'>,
  language = 'nl',
  begin: string | undefined = undefined,
) => {
  const entry = client.service.environments['practice']?.practice;
  if (entry === undefined) throw new Error('no practice entry');
  const first = new URL(begin ?? entry.portalUrl);
  const { origin } = first;
  let cookie = '';

  const load = async (url: string, init: RequestInit = {}): Promise<Shown> => {
    const headers = { ...(init.headers as Record<string, string>), ...(cookie === '' ? {} : { cookie }) };
    const answer = await fetch(new URL(url, origin), { ...init, headers, redirect: 'manual' });
    const set = answer.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0] ?? '';
    const location = answer.headers.get('location');
    if (answer.status === 303 && location !== null) return load(location);
    const html = await answer.text();
    return { status: answer.status, url, html, text: textOf(html) };
  };

  if (begin === undefined) first.searchParams.set('lang', language);
  let page = await load(first.href);

  const open = async (path: string, parameters: Record<string, string> = {}): Promise<Shown> => {
    const query = new URLSearchParams(parameters);
    page = await load(query.size === 0 ? path : `${path}?${query}`);
    return page;
  };
  /** Sends a form of the present page: the first one that goes to `action` and, where given, has these hidden values. */
  const send = async (
    action: string,
    values: Values = {},
    having: Record<string, string> = {},
  ): Promise<Shown> => {
    const form = formsOf(page.html).find(
      (one) =>
        one.action === action && Object.entries(having).every(([name, value]) => one.hidden[name] === value),
    );
    if (form === undefined) throw new Error(`no form to ${action} on: ${page.text.slice(0, 300)}`);
    page = await load(action, { method: 'POST', body: bodyOf(form, values) });
    return page;
  };
  const logIn = async (insz: string, enterprise = ''): Promise<Shown> => {
    await open('/login', { enterprise });
    return send('/login', { person: insz });
  };
  return { origin, load, open, send, logIn, shown: () => page, cookie: () => cookie };
};

export type PortalWindow = Awaited<ReturnType<typeof openWindow>>;

/** INSZ by name of the people whom practice lists. */
export const peopleOf = async (client: PracticeClient): Promise<(name: string) => string> => {
  const url = client.service.environments['practice']?.practice?.chamanUrl.replace(/chaman$/, 'access');
  const headers = { authorization: `Bearer ${client.service.admin.token}` };
  const list = await client.send('GET', `${url}/people`, { headers });
  const items: { insz: string; givenName: string }[] = list.json.items;
  return (name) => {
    const found = items.find(({ givenName }) => givenName === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found.insz;
  };
};
