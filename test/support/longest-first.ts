// The order in which test files start: the longest first, so that no processor idles at the end while one file still
// runs. A fresh checkout knows no durations of its own, so the long ones are named here.
import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that took more than ten seconds on two processors, the longest first; paths from the root. */
export const longest: readonly string[] = [
  'test/ui/looks/training.test.ts',
  'test/integration/host/whole-road.test.ts',
  'test/ui/clerk-day.test.ts',
  'test/integration/certificates/file-matrix.test.ts',
  'test/integration/outbox/kill.test.ts',
  'test/ui/looks/connection.test.ts',
  'test/ui/looks/outbox.test.ts',
  'test/integration/cli/whole-job.test.ts',
  'test/integration/cli/renewal.test.ts',
  'test/ui/practice-portal.test.ts',
  'test/ui/looks/employers.test.ts',
  'test/ui/kit.test.ts',
  'test/ui/looks/certificates.test.ts',
  'test/ui/looks/guide.test.ts',
  'test/ui/looks/applicants.test.ts',
  'test/ui/presence-road.test.ts',
  'test/ui/applicant-road.test.ts',
  'test/integration/accounts/renewal.test.ts',
  'test/integration/cli/certificate-files.test.ts',
  'test/ui/looks/presences.test.ts',
  'test/ui/outbox.test.ts',
  'test/integration/outbox/model.test.ts',
  'test/ui/looks/training-account.test.ts',
  'test/ui/connection.test.ts',
  'test/ui/shell.test.ts',
  'test/ui/training-keyboard.test.ts',
  'test/ui/history.test.ts',
  'test/ui/registration-point.test.ts',
  'test/integration/platform/kills.test.ts',
  'test/ui/certificate-files.test.ts',
  'test/ui/focus.test.ts',
  'test/integration/certificates/protected-again.test.ts',
  'test/ui/looks/rescue.test.ts',
  'test/integration/posters/make-posters.test.ts',
  'test/integration/practice/process.test.ts',
  'test/integration/certificates/malformed-files.test.ts',
  'test/ui/looks/services.test.ts',
  'test/integration/outbox/faults.test.ts',
  'test/integration/practice/chaman.test.ts',
  'test/integration/doctor/faults.test.ts',
  'test/integration/host/renderer-memory.test.ts',
  'test/integration/cli/rescue.test.ts',
];

/** Where a file stands among the longest; after all of them when it is none. */
function placeOf(path: string, root: string): number {
  const place = longest.indexOf(relative(root, path).split(sep).join('/'));
  return place === -1 ? longest.length : place;
}

/** The named ones first, the others in vitest's own order (by the time they took, else by their size). */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const usual = await super.sort(files);
    return usual.sort((a, b) => placeOf(a.moduleId, root) - placeOf(b.moduleId, root));
  }
}
