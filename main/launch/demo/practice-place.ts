// Where the practice services stand, as they said when they started, and what only their administration can do.
import { readFileSync } from 'node:fs';
import { request } from 'node:https';

type Place = { workerUrl?: string; adminUrl: string; adminToken: string };
type Printed = { caFile: string; environments: { practice: { practice: Place } } };

const printedIn = (file: string): Printed => JSON.parse(readFileSync(file, 'utf8')) as Printed;
export const practicePlace = (file: string): Place => printedIn(file).environments.practice.practice;

/** Asks the administration of practice. */
function administer(file: string, method: string, path: string, body?: object): Promise<void> {
  const { caFile } = printedIn(file);
  const { adminUrl, adminToken } = practicePlace(file);
  const url = new URL(path, adminUrl);
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
    const sent = request(url, { method, headers, ca: readFileSync(caFile) }, (answer) => {
      answer.resume();
      const status = answer.statusCode ?? 0;
      if (status < 300) answer.once('end', () => resolve());
      else reject(new Error(`${method} ${path}: ${status}`));
    });
    sent.once('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** As the main access manager of an enterprise does once, before citizens' data can be asked for. */
export const acceptCircleOfTrust = (file: string, number: string): Promise<void> =>
  administer(file, 'POST', `/practice/access/enterprises/${number.replaceAll('.', '')}/circleOfTrust`);

/** What an applicant does on the phone with the link of a request. */
export const decideAsCitizen = (
  file: string,
  requestId: string,
  act: 'approve' | 'refuse',
  insz: string,
): Promise<void> => administer(file, 'POST', `/admin/citizen/requests/${requestId}/${act}`, { insz });

export const revokeAsCitizen = (file: string, insz: string): Promise<void> =>
  administer(file, 'POST', '/admin/citizen/revoke', { insz });
