// Asks the practice service itself, as a judge who shares nothing with the app: its ledger over the administration, and what
// stands there of each worker over the interface that senders use, by an account and a signature of the judge's own.
import { randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { makeContainer } from './certificate-file.ts';

type Tagged = { value: string };
type Entry = {
  oauth: { tokenUrl: Tagged };
  services: { fla: { baseUrl: Tagged } };
  caPem?: string;
  caFile?: string;
  practice: { adminUrl: string; adminToken: string; chamanUrl: string };
};
export type Held = { title: string; startDate: string; endDate: string; minutes: number };
export type Committed = { path: string; effects: { effect: string }[] };
type Asked = { bearer?: string; json?: unknown; form?: Record<string, string> };

export type Judge = {
  administer(method: string, path: string, json?: unknown): Promise<unknown>;
  /** What was committed to worker-years, oldest first. */
  ledger(): Promise<Committed[]>;
  /** Opens the judge's own account as this enterprise, with a certificate of OpenSSL made in `folder`. */
  reader(
    folder: string,
    enterprise: { name: string; number: string },
  ): Promise<(employer: string, insz: string, year: number) => Promise<Held[]>>;
};

/** `file`: what the practice services printed when they started. */
export function createJudge(file: string): Judge {
  const printed = JSON.parse(readFileSync(file, 'utf8')) as {
    environments: { practice: Entry };
    caFile?: string;
  };
  const entry = printed.environments.practice;
  const { adminUrl, adminToken, chamanUrl } = entry.practice;
  const ca = entry.caPem ?? readFileSync(entry.caFile ?? printed.caFile ?? '', 'utf8');

  const ask = (method: string, url: string, { bearer, json, form }: Asked): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const body = json !== undefined ? JSON.stringify(json) : new URLSearchParams(form).toString();
      const type = json !== undefined ? 'application/json' : 'application/x-www-form-urlencoded';
      const headers = {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === '' ? {} : { 'content-type': type }),
      };
      const asked = request(url, { method, headers, ca }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.once('error', reject);
        answer.once('end', () => {
          const status = answer.statusCode ?? 0;
          if (status >= 300) return reject(new Error(`${method} ${new URL(url).pathname}: ${status}`));
          resolve(text === '' ? null : JSON.parse(text));
        });
      });
      asked.once('error', reject);
      asked.end(body);
    });
  const administer = (method: string, path: string, json?: unknown): Promise<unknown> =>
    ask(method, adminUrl + path, { bearer: adminToken, json });

  return {
    administer,
    async ledger() {
      const { items } = (await administer('GET', '/ledger')) as { items: Committed[] };
      return items.filter(({ path }) => path.endsWith('/trainings'));
    },
    async reader(folder, enterprise) {
      makeContainer(folder, enterprise);
      const content = readFileSync(join(folder, 'office.cer.pem'), 'utf8').replace(/-----[^-]+-----|\s/g, '');
      const place = `${chamanUrl}/enterprises/${enterprise.number}`;
      const office = { bearer: adminToken };
      await ask('PUT', `${place}/sender`, {
        ...office,
        json: { name: 'Judge', email: 'judge@klaver.example' },
      });
      const { clientId } = (await ask('POST', `${place}/accounts`, {
        ...office,
        json: {
          ...{ quality: 'socialSecretariat', name: 'judge', rights: ['careerProFlaDeclaration'] },
          certificate: { name: 'judge.cer', content },
        },
      })) as { clientId: string };
      const tokenUrl = entry.oauth.tokenUrl.value;
      const claims = { iss: clientId, sub: clientId, aud: tokenUrl, jti: randomUUID() };
      const text = [
        { alg: 'RS256', typ: 'JWT' },
        { ...claims, exp: Math.floor(Date.now() / 1000) + 300 },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const key = readFileSync(join(folder, 'office.key.pem'));
      const assertion = `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
      const token = (await ask('POST', tokenUrl, {
        form: {
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        },
      })) as { access_token: string };
      return async (employer, insz, year) => {
        const path = `/employers/${employer}/employees/${insz}/calendarYears/${year}/trainings`;
        const answer = (await ask('GET', entry.services.fla.baseUrl.value + path, {
          bearer: token.access_token,
        })) as { items: (Omit<Held, 'minutes'> & { duration: { hours: number; minutes: number } })[] };
        return answer.items.map(({ title, startDate, endDate, duration }) => ({
          ...{ title, startDate, endDate },
          minutes: duration.hours * 60 + duration.minutes,
        }));
      };
    },
  };
}
