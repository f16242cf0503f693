// The least that a Node program with this database can do: load the driver, open a file, ask one question.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';

const [file, spawned] = process.argv.slice(2);
const db = new Database(file);
db.prepare('SELECT count(*) AS n FROM sqlite_schema').get();
const bootMs = performance.timeOrigin + performance.now() - Number(spawned);
const { user, system } = process.cpuUsage();
const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
const peakMb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1_024;
process.stdout.write(`${JSON.stringify({ bootMs, cpuMs: (user + system) / 1_000, peakMb })}\n`);
db.close();
