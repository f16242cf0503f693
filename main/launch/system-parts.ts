// The parts that no npm package brings: a browser for the window and the tests, a Secret Service, fonts, and the programs of
// others whose certificate files the tests open, and that read our codes and signatures. Says what is missing, and installs it where it may: as
// root on Debian.
import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../host/chromium-find.ts';

export type Wanted = {
  chromium?: boolean;
  pageBrowser?: boolean;
  secretService?: boolean;
  foreignTools?: boolean;
};
export type PartName = 'chromium' | 'pageBrowser' | 'secretService' | 'fonts' | 'foreignTools' | 'java';
export type SystemParts = { missing: PartName[]; installed: PartName[]; advice: string[] };

const packages: Record<PartName, readonly string[]> = {
  chromium: ['chromium'],
  pageBrowser: ['chromium-headless-shell'],
  secretService: ['gnome-keyring', 'dbus', 'dbus-daemon', 'libsecret-1-0'],
  fonts: ['fonts-liberation', 'fonts-noto-core'],
  foreignTools: ['openssl', 'gnutls-bin', 'libnss3-tools', 'zbar-tools', 'xmlsec1'],
  java: ['default-jre-headless'],
};

const advice: Record<PartName, string> = {
  chromium: 'Install Google Chrome, Chromium or Microsoft Edge.',
  pageBrowser: 'The page tests run faster with chromium-headless-shell (Debian).',
  secretService:
    'Install a Secret Service and its message bus (Debian: gnome-keyring and dbus; or KWallet, KeePassXC).',
  fonts: 'Install a basic font (Debian: fonts-liberation).',
  foreignTools:
    'For the tests of certificates, posters and signed messages: install openssl, certtool, pk12util, zbarimg and xmlsec1 (gnutls-bin, libnss3-tools, zbar-tools, xmlsec1).',
  java: 'For the certificate tests: install a Java runtime (keytool).',
};

export function missingParts(wanted: Wanted): PartName[] {
  const missing: PartName[] = [];
  if (wanted.chromium && findChromium() === null) missing.push('chromium');
  if (process.platform !== 'linux') return missing;
  if (wanted.secretService && !(onPath('gnome-keyring-daemon') && onPath('dbus-run-session'))) {
    missing.push('secretService');
  }
  if (wanted.pageBrowser && isRootOnDebian() && !onPath('chromium-headless-shell'))
    missing.push('pageBrowser');
  if (wanted.chromium && !hasFonts()) missing.push('fonts');
  // Programs that make the files which the certificate tests open, one that reads the codes of posters, and one that signs and
  // verifies messages.
  const tools = ['openssl', 'certtool', 'pk12util', 'certutil', 'zbarimg', 'xmlsec1'];
  if (wanted.foreignTools && !tools.every(onPath)) missing.push('foreignTools');
  if (wanted.foreignTools && !onPath('keytool')) missing.push('java');
  return missing;
}

/** Installs what is missing where it may, else says what to install. `say` gets the lines for the person. */
export async function ensureSystemParts(wanted: Wanted, say: (line: string) => void): Promise<SystemParts> {
  const before = missingParts(wanted);
  if (before.length > 0 && isRootOnDebian()) {
    say(`Sociodesk: installing ${before.flatMap((part) => packages[part]).join(', ')}…`);
    await apt(['update'], say);
    for (const part of before)
      await apt(['install', '-y', '--no-install-recommends', ...packages[part]], say);
  }
  const missing = missingParts(wanted);
  return {
    missing,
    installed: before.filter((part) => !missing.includes(part)),
    advice: missing.map((part) => advice[part]),
  };
}

/** Debian only: on Ubuntu the package named chromium is a stub for another installer. */
export function isRootOnDebian(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function apt(parameters: string[], say: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('apt-get', ['-q', ...parameters], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', () => resolve());
    child.once('exit', (code) => {
      if (code !== 0) say(`Sociodesk: apt-get ${parameters[0]} ended with ${code}.`);
      resolve();
    });
  });
}

export function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasFonts(): boolean {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env['HOME'] ?? '/', '.fonts')];
  return folders.some((folder) => {
    try {
      return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) =>
        /\.(ttf|otf|ttc|pfb)$/.test(name),
      );
    } catch {
      return false;
    }
  });
}
