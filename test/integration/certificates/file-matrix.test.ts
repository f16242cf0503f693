// Real files of real tools: each opens or is refused as it should be, and gets the right verdict.
import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { openContainer } from '../../../main/certificates/open-container.ts';
import { readFacts } from '../../../main/certificates/read-facts.ts';
import { judgeCertificate } from '../../../preload/rules/certificates/criteria.ts';
import { badCases } from './matrix/bad-cases.ts';
import { criteriaCases } from './matrix/criteria-cases.ts';
import { encryptionCases } from './matrix/encryption-cases.ts';
import type { FileCase } from './matrix/file-case.ts';
import { otherToolCases } from './matrix/other-tool-cases.ts';
import { structureCases } from './matrix/structure-cases.ts';
import { openWorkshop, packages, type Tool } from './matrix/workshop.ts';

const shop = openWorkshop();
afterAll(() => shop.close());

/** A minute ahead: the certificates are made during the test and begin at that second. */
const context = () => ({
  now: new Date(Date.now() + 60_000).toISOString(),
  issuers: [{ commonName: 'Middle', product: 'Test', issuesFrom: null, issuesUntil: null }],
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
  const opened = await openContainer(
    bytes,
    file.password,
    file.entry === undefined ? {} : { entry: file.entry },
  );
  if (!file.expect.opens) {
    expect(opened).toMatchObject({ ok: false, failure: { code: file.expect.code } });
    return;
  }
  if (!opened.ok) throw new Error(`does not open: ${opened.failure.code}`);
  const { certificate, privateKey, format, chain } = opened.value;
  expect(certificate.checkPrivateKey(privateKey)).toBe(true);
  if (file.expect.format) expect(format).toBe(file.expect.format);
  if (file.expect.chain !== undefined) expect(chain).toHaveLength(file.expect.chain);
  const verdict = judgeCertificate(readFacts(certificate, privateKey, format), context());
  const ids = (outcome: string) =>
    verdict.criteria
      .filter((one) => one.outcome === outcome)
      .map(({ id }) => id)
      .sort();
  if (file.expect.verdict) expect(verdict.verdict).toBe(file.expect.verdict);
  if (file.expect.failed) expect(ids('failed')).toEqual(file.expect.failed);
  if (file.expect.warned) expect(ids('warning')).toEqual(file.expect.warned);
}

test('the matrix covers at least 100 files', () => {
  expect(groups.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(100);
});
