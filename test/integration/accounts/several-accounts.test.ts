// Several accounts: a certificate that two enterprises share, rights that open routes, tokens of what was stopped.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenSource } from '../../../main/accounts/token-source.ts';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

let bench: AppBench;
let klaver: { certificateId: string; accountId: string };

beforeAll(async () => {
  bench = await openApp();
  klaver = await connect(bench);
});
afterAll(async () => {
  await bench.close();
  removeFolder(bench.profileDir);
});

const session = () => {
  const open = bench.app.session();
  if (open === null) throw new Error('nothing is open');
  return open;
};
const rows = async () => (await bench.must('account.list', {})).rows;
const own = (number: string, name: string, clientId: string) =>
  bench.must('account.add', {
    name,
    enterpriseName: name,
    enterpriseNumber: number,
    quality: 'employerNsso',
    certificateId: klaver.certificateId,
    clientId,
  });

describe('accounts of a group', () => {
  it('are told that they share a certificate, which a mandatary and its own account may', async () => {
    await own('1999999250', 'Het Park', 'self_service_expeditor_1001');
    expect((await rows()).map((row) => row.sharedWith)).toEqual([[], []]);
    await own('0999999130', 'De Berk', 'self_service_expeditor_1002');
    const shared = Object.fromEntries((await rows()).map((row) => [row.name, row.sharedWith]));
    expect(shared).toEqual({ Klaver: [], 'Het Park': ['De Berk'], 'De Berk': ['Het Park'] });
  });

  it('keep the client id of a closed account for itself', async () => {
    const [berk] = (await rows()).filter((row) => row.name === 'De Berk');
    if (berk === undefined) throw new Error('no such account');
    const stop = { kind: 'account', accountId: berk.id } as const;
    await bench.must('route.stop', { stop, waiting: 'keep', confirmed: true });
    const again = {
      name: 'De Berk',
      enterpriseName: 'De Berk',
      enterpriseNumber: '0999999130',
      quality: 'employerNsso',
      certificateId: klaver.certificateId,
      clientId: 'self_service_expeditor_1002',
    } as const;
    expect(await bench.call('account.add', again)).toMatchObject({ failure: { code: 'alreadyExists' } });
    const left = (await rows()).find((row) => row.name === 'Het Park');
    expect(left?.sharedWith).toEqual([]);
  });
});

describe('rights', () => {
  it('open the way to a service for employers that had none, and closing takes it away', async () => {
    const { id: employerId } = await bench.must('employer.add', {
      name: 'Bakkerij Korenaar',
      enterpriseNumber: '0999999724',
    });
    const kindOf = async (service: string) => {
      const { rows: routes } = await bench.must('route.list', { employerId });
      return routes.find((row) => row.service === service)?.present?.kind ?? 'none';
    };
    expect(await kindOf('fla')).toBe('mandatary');
    expect(await kindOf('checkInAndOutAtWork')).toBe('none');
    const account = (await rows()).find((row) => row.id === klaver.accountId);
    if (account === undefined) throw new Error('no such account');
    await bench.must('account.update', {
      id: account.id,
      expectedRevision: account.revision,
      name: account.name,
      clientId: account.clientId,
      certificateId: klaver.certificateId,
      rights: ['careerProFlaDeclaration', 'checkInAndOutAtWork'],
    });
    expect(await kindOf('checkInAndOutAtWork')).toBe('mandatary');
  });
});

describe('a token', () => {
  it('of an account that was closed is dropped at once, and none is given again', async () => {
    const source = tokenSource(session());
    const before = await source.token(klaver.accountId, null);
    expect(before.ok).toBe(true);
    const stop = { kind: 'account', accountId: klaver.accountId } as const;
    await bench.must('route.stop', { stop, waiting: 'keep', confirmed: true });
    expect(await source.token(klaver.accountId, null)).toMatchObject({ failure: { code: 'accountMissing' } });
    await bench.must('account.reopen', { id: klaver.accountId });
    expect((await source.token(klaver.accountId, null)).ok).toBe(true);
  });

  it('of an account without its certificate is dropped and not given again', async () => {
    const source = tokenSource(session());
    const stop = { kind: 'certificate', accountId: klaver.accountId } as const;
    await bench.must('route.stop', { stop, waiting: 'keep', confirmed: true });
    expect(await source.token(klaver.accountId, null)).toMatchObject({ failure: { code: 'entryMissing' } });
  });
});
