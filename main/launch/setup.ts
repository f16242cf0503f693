// `npm run setup`: installs the system parts where it may, else says what to install. Ends with 1 when one is missing.
import { ensureSystemParts } from './system-parts.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const parts = await ensureSystemParts({ chromium: true, secretService: true }, say);
for (const line of parts.advice) say(`Sociodesk: ${line}`);
if (parts.missing.length === 0) say('Sociodesk: all system parts are there.');
process.exitCode = parts.missing.length === 0 ? 0 : 1;
