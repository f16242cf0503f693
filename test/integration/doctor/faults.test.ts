// Staged faults of certificate, account, right, mandate and service, each against the real practice service: the doctor names
// the first broken link, who mends it and where.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sessionVault } from '../../../main/certificates/session-vault.ts';
import { type AppBench, openApp, removeFolder } from '../../support/application-bench.ts';
import {
  admin,
  berk,
  chaman,
  examined,
  expectTold,
  expiredCertificate,
  type Fault,
  fingerprintOf,
  klaver,
  newCertificate,
  overwrite,
  registered,
  sessionOf,
  upload,
  weakCertificate,
} from './doctor-bench.ts';

let bench: AppBench;

beforeAll(async () => {
  bench = await openApp();
});
afterEach(async () => {
  await bench.must('practice.setFaults', { faults: [] });
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

/** An employer whose trainings go by Klaver's account. */
async function client(accountId: string, enterpriseNumber: string, name: string): Promise<string> {
  const fields = { name, language: 'nl', sizeBracket: 'from20', fullTimeWeeklyMinutes: 2_280 } as const;
  const { id } = await bench.must('employer.add', {
    ...fields,
    sectorDaysHundredths: null,
    enterpriseNumber,
  });
  await admin(bench, 'PUT', `/world/employers/${enterpriseNumber}`, { name, qualities: ['employer'] });
  await bench.must('route.set', { employerId: id, service: 'fla', route: { kind: 'mandatary', accountId } });
  return id;
}

const faults: Fault[] = [
  {
    fault: 'the certificate has expired',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { certificate_id: await expiredCertificate(bench) });
      return examined(bench, accountId);
    },
    told: { id: 'certificate', key: 'certificateEnded', who: 'you', where: 'certificate' },
  },
  {
    fault: 'the certificate does not meet the criteria',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { certificate_id: await weakCertificate(bench) });
      return examined(bench, accountId);
    },
    told: { id: 'certificate', key: 'certificateNotUsable', params: { criterion: 'CERT-KEY-KIND' } },
  },
  {
    fault: 'the key in the keychain is of another certificate',
    stage: async () => {
      const [{ accountId, certificateId }, other] = [await registered(bench), await newCertificate(bench)];
      const entry = await bench.keychain.get(`certificate/${other}`);
      if (!entry.ok || entry.value === null) throw new Error('no entry');
      await bench.keychain.set(`certificate/${certificateId}`, entry.value);
      sessionVault(sessionOf(bench)).lock();
      return examined(bench, accountId);
    },
    told: { id: 'key', key: 'keyOther', who: 'you' },
  },
  {
    fault: 'the entry in the keychain is damaged',
    stage: async () => {
      const { accountId, certificateId } = await registered(bench);
      await bench.keychain.set(`certificate/${certificateId}`, new Uint8Array([1, 2, 3]));
      sessionVault(sessionOf(bench)).lock();
      return examined(bench, accountId);
    },
    told: { id: 'key', key: 'keyDamaged' },
  },
  {
    fault: 'the client id is no client id',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { client_id: 'klaver@example.test' });
      return examined(bench, accountId);
    },
    told: { id: 'clientId', key: 'clientIdInvalid', where: 'account' },
  },
  {
    fault: 'the client id is written in the older way',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { client_id: 'Self-Service:Chaman:100042:A1B2C3D4E5' });
      return examined(bench, accountId);
    },
    told: {
      id: 'clientId',
      key: 'clientIdLegacy',
      params: { suggestion: 'self_service_chaman_100042_a1b2c3d4e5' },
    },
  },
  {
    fault: 'the client id is of another account',
    stage: async () => {
      const [one, other] = [await registered(bench), await registered(bench)];
      overwrite(bench, one.accountId, { client_id: 'self_service_expeditor_1' });
      overwrite(bench, other.accountId, { client_id: one.clientId });
      overwrite(bench, one.accountId, { client_id: other.clientId });
      return examined(bench, one.accountId);
    },
    told: { id: 'token', key: 'clientIdOfOther', where: 'account' },
  },
  {
    fault: 'the client id is mistyped, and the certificate is known under another',
    stage: async () => {
      const { certificateId } = await registered(bench);
      const account = { ...klaver, name: 'Mistyped', quality: 'socialSecretariat', certificateId } as const;
      const clientId = 'self_service_chaman_100001_zzzzzzzzzz';
      const { id } = await bench.must('account.add', { ...account, clientId });
      return examined(bench, id);
    },
    told: { id: 'token', key: 'wrongClientId', who: 'you' },
  },
  {
    fault: 'the certificate here is another than the one in Chaman',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { certificate_id: await newCertificate(bench) });
      return examined(bench, accountId);
    },
    told: { id: 'token', key: 'wrongCertificate', where: 'account' },
  },
  {
    fault: 'the certificate was taken away from the account in Chaman',
    stage: async () => {
      const { accountId, certificateId, clientId } = await registered(bench);
      expect((await examined(bench, accountId)).outcome).toBe('ok');
      const other = await newCertificate(bench);
      await chaman(bench, 'POST', `/accounts/${clientId}/certificates`, upload(bench, other));
      await chaman(
        bench,
        'DELETE',
        `/accounts/${clientId}/certificates/${fingerprintOf(bench, certificateId)}`,
      );
      await bench.must('certificate.remove', { id: other, confirmed: true });
      return examined(bench, accountId);
    },
    told: { id: 'token', key: 'certificateNotRegistered', who: 'chamanUser', where: 'chamanCertificates' },
  },
  {
    fault: 'nobody ever heard of this pair',
    stage: async () => {
      const certificateId = await newCertificate(bench);
      const account = { ...klaver, name: 'Unheard', quality: 'socialSecretariat', certificateId } as const;
      const clientId = 'self_service_chaman_100001_yyyyyyyyyy';
      const { id } = await bench.must('account.add', { ...account, clientId });
      return examined(bench, id);
    },
    told: { id: 'token', key: 'pairUnknown', who: 'chamanUser' },
  },
  {
    fault: 'the account is closed in Chaman',
    stage: async () => {
      const { accountId, clientId } = await registered(bench);
      await chaman(bench, 'PATCH', `/accounts/${clientId}`, { state: 'disabled' });
      return examined(bench, accountId);
    },
    told: { id: 'token', key: 'accountOff', who: 'chamanUser', where: 'chamanAccount' },
  },
  {
    fault: 'the right for one service is missing',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { rights: '["careerProFlaDeclaration","checkInAndOutAtWork"]' });
      return examined(bench, accountId);
    },
    told: { id: 'right', key: 'rightMissing', service: 'checkInAndOutAtWork', where: 'chamanRights' },
  },
  {
    fault: 'the quality in Chaman is another',
    stage: async () => {
      const { accountId } = await registered(bench);
      overwrite(bench, accountId, { quality: 'employerNsso' });
      return examined(bench, accountId);
    },
    told: {
      id: 'right',
      key: 'wrongQuality',
      params: { found: 'socialSecretariat', quality: 'employerNsso' },
    },
  },
  {
    fault: 'the mandate is missing',
    stage: async () => {
      const { accountId } = await registered(bench);
      const employerId = await client(accountId, '0999999229', 'Zonder mandaat');
      return bench.must('doctor.run', { employerId });
    },
    told: { id: 'mandate', key: 'mandateMissing', who: 'employer', where: 'mahis' },
  },
  {
    fault: 'the mandate has ended',
    stage: async () => {
      const { accountId } = await registered(bench);
      const employerId = await client(accountId, '0999999328', 'Mandaat voorbij');
      const mandataryNumber = klaver.enterpriseNumber;
      const quarters = { startQuarter: '2023Q1', endQuarter: '2024Q4' };
      await bench.must('mandate.record', { employerId, service: 'fla', mandataryNumber, ...quarters });
      const given = [{ mandator: '0999999328', mandatary: mandataryNumber, ...quarters }];
      await admin(bench, 'POST', '/world/import', { mandates: given });
      return bench.must('doctor.run', { employerId });
    },
    told: { id: 'mandate', key: 'mandateEnded', params: { quarter: '2024Q4' }, where: 'mahis' },
  },
  {
    fault: 'the service is down',
    stage: async () => {
      const { accountId } = await registered(bench);
      await admin(bench, 'PUT', '/faults', { faults: [{ kind: '503', path: '/health' }] });
      return examined(bench, accountId);
    },
    told: { id: 'service', key: 'serviceDown', who: 'nobody' },
  },
  {
    fault: 'a sign-in page of the network answers',
    stage: async () => {
      const { accountId } = await registered(bench);
      await admin(bench, 'PUT', '/faults', { faults: [{ kind: 'htmlInsteadOfJson' }] });
      return examined(bench, accountId);
    },
    told: { id: 'network', key: 'networkSignIn', who: 'you' },
  },
  {
    fault: 'the token service answers nonsense',
    stage: async () => {
      const { accountId } = await registered(bench);
      await admin(bench, 'PUT', '/faults', {
        faults: [{ kind: 'wrongJson', method: 'POST', path: '/token' }],
      });
      return examined(bench, accountId);
    },
    told: { id: 'token', key: 'tokenNonsense' },
  },
  {
    fault: 'the token service is down',
    stage: async () => {
      const { accountId } = await registered(bench);
      await admin(bench, 'PUT', '/faults', { faults: [{ kind: '503', method: 'POST', path: '/token' }] });
      return examined(bench, accountId);
    },
    told: { id: 'token', key: 'tokenDown', who: 'nobody' },
  },
  {
    fault: 'the own account is of another enterprise than the employer',
    stage: async () => {
      const { accountId } = await registered(bench, berk, 'employerNsso');
      const employerId = await client((await registered(bench)).accountId, '0999999427', 'Ander nummer');
      sessionOf(bench)
        .db.prepare("UPDATE route SET kind = 'own', account_id = ? WHERE employer_id = ?")
        .run(accountId, employerId);
      return bench.must('doctor.run', { employerId });
    },
    told: { id: 'mandate', key: 'mandateOther', who: 'you', where: 'employer' },
  },
];

describe('the doctor', () => {
  it.each(faults)('names it when $fault', async (fault) => {
    await expectTold(fault);
  });
});
