// How the results of the layers are counted.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { electronBinary } from '../../../main/launch/electron-binary.ts';
import { counted, layers } from '../../../main/launch/test-layers.ts';

const folder = mkdtempSync(join(tmpdir(), 'sociodesk-report-'));
const report = (text: string) => {
  writeFileSync(join(folder, 'r.json'), text);
  return join(folder, 'r.json');
};

it('counts what a report says, and a crash without a failed test as one failure', () => {
  expect(counted(report('{"numPassedTests":5,"numFailedTests":0}'), 0)).toEqual({ passed: 5, failed: 0 });
  expect(counted(report('{"numPassedTests":5,"numFailedTests":2}'), 1)).toEqual({ passed: 5, failed: 2 });
  expect(counted(report('{"numPassedTests":5,"numFailedTests":0}'), 1)).toEqual({ passed: 5, failed: 1 });
  expect(counted(report('half'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(counted(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 });
});

it('runs every layer that the house asks for', () => {
  expect(layers.map((layer) => layer.name)).toEqual([
    'types',
    'lint',
    'build',
    'unit',
    'unit-west',
    'architecture',
    'integration',
    'ui',
  ]);
});

it("finds Electron's binary only where the package notes one that is there", () => {
  expect(electronBinary(folder)).toBeNull();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(electronBinary(folder)).toBeNull();
});
