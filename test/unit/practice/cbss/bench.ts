// The inscription service by itself over a file in memory: no server, one certificate, one application in the access rules.

import { createHash } from 'node:crypto';
import { XmlDocument } from 'libxml2-wasm';
import { createSwitches } from '../../../../main/practice/admin/switches.ts';
import type { CbssParts } from '../../../../main/practice/cbss/parts.ts';
import { elementsOf } from '../../../../main/practice/cbss/read-message.ts';
import { createRegisterStores } from '../../../../main/practice/cbss/register-stores.ts';
import { loadSchemas, STRICT } from '../../../../main/practice/cbss/schema-files.ts';
import { createCbssService } from '../../../../main/practice/cbss/service.ts';
import { createPracticeClock } from '../../../../main/practice/clock.ts';
import { PATHS } from '../../../../main/practice/environment-entry.ts';
import { bodyOf } from '../../../../main/practice/http/exchange.ts';
import { createAccessStore } from '../../../../main/practice/store/access-store.ts';
import { createAccountStore } from '../../../../main/practice/store/account-store.ts';
import { CBSS_RIGHTS } from '../../../../main/practice/store/cbss-access-store.ts';
import { createCitizenFactsStore } from '../../../../main/practice/store/citizen-facts-store.ts';
import { openPracticeFile } from '../../../../main/practice/store/file-store.ts';
import { createLedgerStore } from '../../../../main/practice/store/ledger-store.ts';
import { createMandateStore } from '../../../../main/practice/store/mandate-store.ts';
import { createSettingStore } from '../../../../main/practice/store/setting-store.ts';
import { createTokenStore } from '../../../../main/practice/store/token-store.ts';
import { createTrainingStore } from '../../../../main/practice/store/training-store.ts';
import { createWorksStore } from '../../../../main/practice/store/works-store.ts';
import { createWorldStore } from '../../../../main/practice/store/world-store.ts';
import { createWorldSeeds } from '../../../../main/practice/world/seed-world.ts';
import { type MadeCertificate, makeCertificate } from '../../../integration/practice/support/certificates.ts';
import { type Bend, type Question, questionXml, signedMessage } from './signed-message.ts';

export const BERK = '0999999130';
/** A little ahead: certificates are made now, and count from now on. */
export const NOW = Math.ceil(Date.now() / 1_000) * 1_000 + 60_000;

export interface Told {
  readonly status: number;
  readonly text: string;
  /** The platform's code, or the code of the answer. */
  readonly code: string;
  readonly value: string;
  readonly lines: string[];
  readonly anomalies: string[];
  readonly ssin: string;
}

const allOf = (text: string, expression: RegExp): string[] =>
  [...text.matchAll(expression)].map((match) => match.slice(1).filter(Boolean).join('..'));

export const told = (status: number, text: string): Told => {
  const answer = text.slice(text.indexOf('<status>'));
  return {
    status,
    text,
    code: /<err:Code>([^<]+)</.exec(text)?.[1] ?? /<code>([^<]+)</.exec(answer)?.[1] ?? '',
    value: /<value>([^<]+)</.exec(answer)?.[1] ?? '',
    lines: allOf(answer, /<beginDate>([^<]+)<\/beginDate>(?:<endDate>([^<]+)<)?/g),
    anomalies: allOf(answer, /<businessAnomaly><code>([^<]+)</g),
    ssin: /<\/status>(<ssin[^>]*>\d{11}<\/ssin>)/.exec(answer)?.[1] ?? '',
  };
};

const schemas = loadSchemas('resources/contracts');

const issuesOf = (text: string): string[] => {
  const document = XmlDocument.fromString(text.slice(text.indexOf('<soapenv:Envelope')), { option: STRICT });
  try {
    const [body] = elementsOf(document.root);
    const [answer] = body === undefined ? [] : elementsOf(body);
    return answer === undefined ? ['an answer without a body'] : schemas.issues('service', answer);
  } finally {
    document.dispose();
  }
};

export const makeBench = (certificate: MadeCertificate = makeCertificate()) => {
  const database = openPracticeFile(':memory:', undefined);
  const settings = createSettingStore(database);
  const world = createWorldStore(database);
  const access = createAccessStore(database);
  const facts = createCitizenFactsStore(database);
  const accounts = createAccountStore(database);
  let now = NOW;
  const clock = createPracticeClock(
    settings,
    () => now,
    () => 0,
  );
  const registers = createRegisterStores(database);
  const samples = { world, access, facts, ...registers };
  const others = {
    mandates: createMandateStore(database),
    trainings: createTrainingStore(database),
    works: createWorksStore(database),
  };
  createWorldSeeds({ settings, clock, ...samples, ...others }).complete();
  const parts: CbssParts = {
    ...samples,
    clock,
    accounts,
    tokens: createTokenStore(database),
    ledger: createLedgerStore(database),
    switches: createSwitches(settings),
  };
  const attach = (made: MadeCertificate, clientId: string, enterpriseNumber = BERK): void => {
    const createdAt = new Date(now).toISOString();
    accounts.saveSender(enterpriseNumber, 'An', 'an@berk.invalid');
    accounts.saveAccount({
      clientId,
      enterpriseNumber,
      quality: 'employer',
      name: 'x',
      rights: [],
      state: 'active',
      createdAt,
    });
    const fingerprint = createHash('sha256').update(made.der).digest('hex');
    accounts.addCertificate(clientId, { fingerprint, name: 'x', pem: made.pem, fileName: '' });
  };
  attach(certificate, 'client-berk');
  const application = {
    urn: 'urn:practice:berk',
    enterpriseNumber: BERK,
    rights: CBSS_RIGHTS,
    legalContexts: ['TEST:INSCRIPTION'],
  };
  registers.cbssAccess.saveApplication(application);
  const service = createCbssService(parts, schemas);
  const post = (
    body: string | Uint8Array,
    path: string = PATHS.cbss,
    contentType = 'text/xml; charset=utf-8',
  ): Told => {
    const reply = service({
      method: 'POST',
      url: new URL(`https://localhost${path}`),
      path,
      headers: { 'content-type': contentType },
      body: Buffer.from(body),
      traceId: 'trace',
    });
    return told(reply.status, bodyOf(reply));
  };
  const ask = (question: Question, bend: Bend = {}): Told =>
    post(signedMessage(questionXml(question), certificate, { now, ...bend }));
  return {
    database,
    parts,
    certificate,
    application,
    attach,
    post,
    now: () => now,
    pass: (milliseconds: number): void => {
      now += milliseconds;
    },
    ask,
    /** As `ask`, and the answer must be one of the schema. */
    asked: (question: Question): Told => {
      const answer = ask(question);
      const issues = issuesOf(answer.text);
      if (issues.length > 0) throw new Error(issues.join('; '));
      return answer;
    },
    close: () => database.close(),
  };
};
