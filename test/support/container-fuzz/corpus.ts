// Sound files to begin with, small and quick to open: every form the reader knows, made by the tools at hand.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { good, openWorkshop, type Tool } from '../../integration/certificates/matrix/workshop.ts';

export const password = 'Geheim-2026';
export type Sound = { name: string; bytes: Buffer };

export async function soundFiles(): Promise<Sound[]> {
  const shop = openWorkshop();
  try {
    const few = ['-iter', '10'];
    const none = ['-keypbe', 'NONE', '-certpbe', 'NONE'];
    const ec = { key: 'p384', digest: 'sha384' } as const;
    const made: Sound[] = [];
    const add = (name: string, bytes: Uint8Array) => made.push({ name, bytes: Buffer.from(bytes) });
    const convert = async (...args: string[]) => {
      const out = shop.fresh('.out');
      await shop.run('openssl', [...args, '-out', shop.path(out)]);
      return Buffer.from(shop.read(out));
    };
    const [key, certificate] = [await shop.key('rsa2048'), await shop.certificate(good)];
    const pass = ['-passout', `pass:${password}`];
    add('pkcs12', await shop.pkcs12(ec, password, ...few));
    add('pkcs12 legacy', await shop.pkcs12(ec, password, '-legacy', ...few));
    add('pkcs12 without MAC', await shop.pkcs12(ec, password, '-nomac', ...few));
    add('pkcs12 legacy without MAC', await shop.pkcs12(good, password, '-nomac', '-legacy', ...few));
    add('pkcs12 in the open', await shop.pkcs12(ec, password, '-nomac', ...none));
    add('pkcs12 in the open, RSA', await shop.pkcs12(good, password, '-nomac', ...none, '-name', 'park €'));
    add('pkcs12 with an open key', await shop.pkcs12(ec, password, '-nomac', '-keypbe', 'NONE', ...few));
    add('certificate', await convert('x509', '-in', certificate, '-outform', 'DER'));
    add('bundle', await convert('crl2pkcs7', '-nocrl', '-certfile', certificate, '-outform', 'DER'));
    add('request', await convert('req', '-new', '-key', key, '-subj', '/CN=a', '-outform', 'DER'));
    add('key', await convert('pkcs8', '-topk8', '-nocrypt', '-in', key, '-outform', 'DER'));
    add('key, PKCS#1', await convert('rsa', '-traditional', '-in', key, '-outform', 'DER'));
    add(
      'key, sealed',
      await convert('pkcs8', '-topk8', '-in', key, ...pass, '-iter', '10', '-outform', 'DER'),
    );
    const owner = readFileSync(certificate);
    add('pem', Buffer.concat([readFileSync(key), owner]));
    add(
      'pem, sealed',
      Buffer.concat([await convert('pkcs8', '-topk8', '-in', key, ...pass, '-iter', '10'), owner]),
    );
    add(
      'pem, traditional',
      Buffer.concat([await convert('rsa', '-traditional', '-aes256', '-in', key, ...pass), owner]),
    );
    add('pem, bundle', await convert('crl2pkcs7', '-nocrl', '-certfile', certificate));
    if (present('keytool')) {
      const out = shop.fresh('.p12');
      await shop.run('keytool', [
        ...['-genkeypair', '-alias', 'a', '-keystore', shop.path(out), '-storetype', 'PKCS12'],
        ...['-storepass', password, '-dname', 'CN=a', '-keyalg', 'EC', '-groupname', 'secp384r1'],
        ...['-J-Dkeystore.pkcs12.macIterationCount=10', '-J-Dkeystore.pkcs12.certPbeIterationCount=10'],
        '-J-Dkeystore.pkcs12.keyPbeIterationCount=10',
      ]);
      add('pkcs12 of Java', shop.read(out));
    }
    return made;
  } finally {
    shop.close();
  }
}

function present(tool: Tool): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
