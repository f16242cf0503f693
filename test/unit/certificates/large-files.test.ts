// Files that ask for more work than any real one: refused by their size and number, before anything is compared or decrypted.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { decryptRc2 } from '../../../main/certificates/rc2.ts';
import { readAnswer } from '../../../main/certificates/read-answer.ts';
import { allValues, attributeValues } from '../../../main/certificates/subject-text.ts';
import { workBudget } from '../../../main/certificates/work-budget.ts';

const dir = mkdtempSync(join(tmpdir(), 'large-files-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });

/** A certificate in PEM with an extension of so many characters. */
function certificate(name: string, extension = 1): string {
  openssl(
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-nodes', '-days', '30'],
    ...['-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/CN=${name}`],
    ...['-addext', `1.2.3.4=ASN1:UTF8String:${'x'.repeat(extension)}`],
  );
  return readFileSync(join(dir, `${name}.pem`), 'latin1');
}
const derOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64');

describe('certificates of one text', () => {
  let bundle = '';
  beforeAll(() => {
    writeFileSync(join(dir, 'hundred.pem'), certificate('small').repeat(100));
    bundle = openssl('crl2pkcs7', '-nocrl', '-certfile', 'hundred.pem').toString('latin1');
  });

  test('are all read up to 200', async () => {
    const answer = await readAnswer(Buffer.from(bundle.repeat(2)), () => null);
    expect(answer).toMatchObject({ failure: { code: 'answerDoesNotMatch', details: { certificates: 200 } } });
  });

  test('are refused above, however many blocks they are spread over', async () => {
    const many = Buffer.from(bundle.repeat(2) + readFileSync(join(dir, 'small.pem'), 'latin1').repeat(2));
    const three = Buffer.from(bundle.repeat(3));
    for (const bytes of [many, three])
      expect(await openContainer(bytes, '')).toEqual({ ok: false, failure: { code: 'fileUnreadable' } });
    expect(await readAnswer(three, () => null)).toMatchObject({ failure: { code: 'fileUnreadable' } });
  });
});

describe('a certificate larger than any', () => {
  const tooLarge = { ok: false, failure: { code: 'fileTooLarge', details: { limit: 65_536 } } };

  test('is refused as such, alone and in text', async () => {
    const pem = certificate('large', 70_000);
    expect(await openContainer(Buffer.from(pem), '')).toMatchObject(tooLarge);
    expect(await openContainer(derOf(pem), '')).toMatchObject(tooLarge);
  });

  test('is read below that size', async () => {
    const pem = certificate('roomy', 60_000);
    expect(await openContainer(derOf(pem), '')).toMatchObject({ failure: { code: 'certificateWithoutKey' } });
  });
});

test('every attribute of a name counts, also several on one line and with escaped signs', () => {
  const lines = 'C=BE\nO=Park \\+ Zoon\nCN=Een + OU=Twee\nCN=Drie\\, vier';
  expect(allValues(lines)).toEqual(['BE', 'Park + Zoon', 'Een', 'Twee', 'Drie, vier']);
  expect(attributeValues(lines, 'CN')).toEqual(['Een', 'Drie, vier']);
  expect(allValues(undefined)).toEqual([]);
});

describe('RC2', () => {
  const key = randomBytes(5);
  const iv = randomBytes(8);
  function sealed(plain: Buffer): Buffer {
    const cipher = forge.rc2.createEncryptionCipher(key.toString('latin1'), key.length * 8);
    cipher.start(iv.toString('latin1'));
    cipher.update(forge.util.createBuffer(plain.toString('latin1')));
    cipher.finish();
    return Buffer.from(cipher.output.getBytes(), 'latin1');
  }

  test.each([0, 7, 8, 4_088, 4_095, 4_096, 4_097, 20_000])(
    'opens %i bytes, in as many pieces as it takes',
    async (size) => {
      const plain = randomBytes(size);
      expect(await decryptRc2(key, iv, sealed(plain), workBudget())).toEqual(plain);
    },
  );

  test('refuses more than 256 kB', async () => {
    await expect(decryptRc2(key, iv, randomBytes(256 * 1_024 + 8), workBudget())).rejects.toThrow(
      'fileUnreadable',
    );
  });

  test('takes every piece out of the budget and leaves room for other work in between', async () => {
    const spent: number[] = [];
    let breaths = 0;
    const budget = {
      spend: (count: number, cost = 1) => void spent.push(count * cost),
      breathe: async () => {
        breaths += 1;
      },
    };
    await decryptRc2(key, iv, sealed(Buffer.alloc(40_000)), budget);
    expect(spent).toHaveLength(10);
    expect(Math.min(...spent)).toBeGreaterThan(1_000);
    expect(breaths).toBe(10);
  });

  test('is refused when what came before has used up the budget', async () => {
    const budget = workBudget();
    budget.spend(1_960_000, 2.5);
    await expect(decryptRc2(key, iv, sealed(Buffer.alloc(40_000)), budget)).rejects.toThrow(
      'tooManyIterations',
    );
  });
});
