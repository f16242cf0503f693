// Real files of real tools: each opens or is refused as it should be, and gets the right verdict.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inspectCertificate } from '../../../main/certificates/inspect-certificate.ts';
import { readIssuerList } from '../../../main/certificates/issuer-list.ts';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { readFacts } from '../../../main/certificates/read-facts.ts';
import { judgeCertificate, type Verdict } from '../../../preload/rules/certificates/criteria.ts';
import { badCases } from './matrix/bad-cases.ts';
import { criteriaCases } from './matrix/criteria-cases.ts';
import { encryptionCases } from './matrix/encryption-cases.ts';
import type { FileCase } from './matrix/file-case.ts';
import { otherToolCases } from './matrix/other-tool-cases.ts';
import { structureCases } from './matrix/structure-cases.ts';
import { vendorCases } from './matrix/vendor-cases.ts';
import { openWorkshop, packages, type Tool } from './matrix/workshop.ts';

const resources = join(import.meta.dirname, '../../../resources');
const shop = openWorkshop();
afterAll(() => shop.close());

/** A minute ahead: the certificates are made during the test and begin at that second. */
const context = () => ({
  now: new Date(Date.now() + 60_000).toISOString(),
  issuers: [
    { commonName: 'Middle', product: 'Test', issuesFrom: null, issuesUntil: null },
    ...readIssuerList(resources).issuers,
  ],
  enterpriseName: 'Zalen Het Park',
  enterpriseNumber: '0999999130',
});

const present = (tool: Tool): boolean => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const groups: [string, FileCase[]][] = [
  ['encryption and passwords', encryptionCases],
  ['criteria', criteriaCases],
  ['what a container holds', structureCases],
  ['files that are no container', badCases],
  ['containers of other tools', otherToolCases],
  ['containers of vendors, and two files', vendorCases],
];

for (const [group, cases] of groups) {
  describe(group, () => {
    test.for(cases)('$name', async (file, { skip }) => {
      const missing = (['openssl', ...(file.needs ?? [])] as Tool[]).filter((tool) => !present(tool));
      if (missing.length > 0) {
        const note = `missing: ${missing.map((tool) => `${tool} (install ${packages[tool]})`).join(', ')}`;
        if (process.env['CI']) throw new Error(note);
        skip(note);
      }
      await check(file);
    });
  });
}

async function check(file: FileCase): Promise<void> {
  const bytes = await file.make(shop);
  const options = {
    ...(file.entry === undefined ? {} : { entry: file.entry }),
    ...(file.keyFile ? { keyFile: await file.keyFile(shop) } : {}),
  };
  const opened = await openContainer(bytes, file.password, options);
  if (!file.expect.opens) {
    expect(opened).toMatchObject({ ok: false, failure: { code: file.expect.code } });
    if (file.expect.judged) await checkJudged(file, bytes, file.expect.judged, options);
    return;
  }
  if (!opened.ok) throw new Error(`does not open: ${opened.failure.code}`);
  const { certificate, privateKey, format, protection, chain } = opened.value;
  expect(certificate.checkPrivateKey(privateKey)).toBe(true);
  if (file.expect.format) expect(format).toBe(file.expect.format);
  if (file.expect.chain !== undefined) expect(chain).toHaveLength(file.expect.chain);
  const verdict = judgeCertificate(readFacts(certificate, privateKey, format, protection), context());
  if (file.expect.verdict) expect(verdict.verdict).toBe(file.expect.verdict);
  if (file.expect.failed) expect(ids(verdict, 'failed')).toEqual(file.expect.failed);
  if (file.expect.warned) expect(ids(verdict, 'warning')).toEqual(file.expect.warned);
}

/** A certificate without its key gets its verdict all the same. */
async function checkJudged(
  { password }: FileCase,
  bytes: Uint8Array,
  failed: readonly string[],
  options: { keyFile?: Uint8Array },
): Promise<void> {
  const inspected = await inspectCertificate({ bytes, password, context: context(), ...options });
  if (!inspected.ok || inspected.value.kind !== 'verdict') throw new Error('not judged');
  expect(inspected.value.opened).toBeNull();
  expect(inspected.value.verdict.verdict).toBe('notUsable');
  expect(ids(inspected.value.verdict, 'failed')).toEqual(failed);
}

const ids = ({ criteria }: Pick<Verdict, 'criteria'>, outcome: string) =>
  criteria
    .filter((one) => one.outcome === outcome)
    .map(({ id }) => id)
    .sort();

test('the matrix covers at least 100 files', () => {
  expect(groups.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(100);
});
