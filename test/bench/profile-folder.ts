// Profiles for the benches, made once per run by the app itself, encrypted, and thrown away at the end.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, type Child, childFile } from './bundle.ts';
import { runOnce } from './measure.ts';

const root = mkdtempSync(join(tmpdir(), 'sociodesk-bench-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
const made = new Map<string, Promise<string>>();
let copies = 0;

export const benchFolder = root;

/** Fifty thousand drafts of a thousand workers. */
export const fullProfile = (): Promise<string> => once('full', 'seed', '1000', '50000');
/** A hundred thousand drafts of a thousand workers. */
export const grownProfile = (): Promise<string> => once('grown', 'seed', '1000', '100000');
/** A thousand workers without any training. */
export const profileWithWorkers = (): Promise<string> => once('workers', 'seed', '1000', '0');
/** A thousand worker-years of one training each in the outbox, with an account at the practice service. */
export const profileToSend = (): Promise<string> => once('to-send', 'seed', '1000', '1000', 'submit');
/** Forty clients of a mandatary with 25 workers each: a training of January waits for each worker. */
export const profileOfClients = (): Promise<string> => once('clients', 'seed-clients', 'january');

/** A hundred thousand presences of a thousand workers on two sites. */
export const profileWithPresences = (): Promise<string> => once('presences', 'seed-presences');

/** Five thousand requests to applicants of one employer, in every column of the board but the refused. */
export const profileWithApplicants = (): Promise<string> => once('applicants', 'seed-applicants');

/** A person register of a million lines, of a hundred thousand persons. */
export const profileWithRegister = (): Promise<string> => once('register', 'seed-register');

/** Keeps the keychain entries of the original: both folders open. */
export function copyOf(profile: string): string {
  copies += 1;
  const copy = join(root, `copy-${copies}`);
  cpSync(profile, copy, { recursive: true });
  return copy;
}

function once(name: string, child: Child, ...more: string[]): Promise<string> {
  const known = made.get(name) ?? make(name, child, more);
  made.set(name, known);
  return known;
}

async function make(name: string, child: Child, more: string[]): Promise<string> {
  await bundle();
  const dir = join(root, name);
  await runOnce(process.execPath, [childFile(child), dir, ...more]);
  return dir;
}
