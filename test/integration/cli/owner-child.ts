// A process that owns a profile, as a window would, until its input ends: for the tests of the command line beside it.
import { createApplication } from '../../../main/application.ts';

const [profileDir = ''] = process.argv.slice(2);
const opened = await createApplication({ profileDir, actorKind: 'person' });
process.stdout.write(opened.ok ? 'ready\n' : `${opened.failure.code}\n`);
process.stdin.resume();
process.stdin.once('end', () => {
  if (opened.ok) void opened.value.close().then(() => process.exit(0));
});
