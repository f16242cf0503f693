// How well a container guards its key, read without its password: algorithms and iteration counts stand in the open.
import type { ProtectionFacts } from '../../preload/rules/certificates/certificate-facts.ts';
import { explicit, integer, isInteger, isSequence, type Node, oid, parse, parts } from './asn1.ts';
import { bagTypes, dataOf } from './pkcs12-reader.ts';

/** One seal of a file: on a part of it, or the integrity check over all. */
export type Seal = { name: string; iterations: number; strong: boolean };

const ciphers: Record<string, string> = {
  '2.16.840.1.101.3.4.1.2': 'AES-128',
  '2.16.840.1.101.3.4.1.22': 'AES-192',
  '2.16.840.1.101.3.4.1.42': 'AES-256',
  '1.2.840.113549.3.7': '3DES',
  '1.2.840.113549.1.12.1.1': 'RC4-128',
  '1.2.840.113549.1.12.1.2': 'RC4-40',
  '1.2.840.113549.1.12.1.3': '3DES',
  '1.2.840.113549.1.12.1.4': '3DES (two keys)',
  '1.2.840.113549.1.12.1.5': 'RC2-128',
  '1.2.840.113549.1.12.1.6': 'RC2-40',
};
const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'SHA-1',
  '1.2.840.113549.2.7': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '1.2.840.113549.2.9': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '1.2.840.113549.2.10': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '1.2.840.113549.2.11': 'SHA-512',
};
const strongHashes = ['SHA-256', 'SHA-384', 'SHA-512'];
/** What tools of ten years ago wrote already; fewer rounds hardly slow down guessing. */
const fewIterations = 1_000;

/** `modern`: AES under PBES2 and every hash SHA-256 or better; `open`: a key that no password guards. */
export function protectionOf(seals: readonly Seal[], keyIsOpen: boolean): ProtectionFacts {
  const names = [...new Set(seals.map(({ name }) => name))];
  const counts = seals.map(({ iterations }) => iterations);
  const strong = seals.length > 0 && seals.every((seal) => seal.strong && seal.iterations >= fewIterations);
  return {
    level: keyIsOpen ? 'open' : strong ? 'modern' : 'legacy',
    algorithms: names.join(', ').slice(0, 120) || '-',
    iterations: counts.length === 0 ? 0 : Math.min(...counts),
  };
}

/** Never refuses: what cannot be read counts as legacy. */
export function readProtection(file: Node): ProtectionFacts {
  try {
    const [, contentInfo, macData] = parts(file);
    const seals: Seal[] = [];
    let keyIsOpen = false;
    for (const part of parts(parse(dataOf(contentInfo)))) {
      const [type, value] = parts(part);
      if (oid(type) === bagTypes.encryptedData) {
        seals.push(sealOf(parts(parts(explicit(value, 0))[1])[1]));
      } else {
        for (const bag of parts(parse(dataOf(part)))) {
          const [kind, wrapped] = parts(bag);
          if (oid(kind) === bagTypes.key) keyIsOpen = true;
          if (oid(kind) === bagTypes.shroudedKey) seals.push(sealOf(parts(explicit(wrapped, 0))[0]));
        }
      }
    }
    return protectionOf([...seals, macSeal(macData)], keyIsOpen);
  } catch {
    return { level: 'legacy', algorithms: '-', iterations: 0 };
  }
}

/** The seal that an AlgorithmIdentifier describes. */
export function sealOf(algorithm: Node | undefined): Seal {
  const [name, parameters] = parts(algorithm);
  const id = oid(name);
  if (id !== '1.2.840.113549.1.5.13') {
    const count = parts(parameters)[1];
    return { name: ciphers[id] ?? id, iterations: count ? integer(count) : 0, strong: false };
  }
  const [kdf, scheme] = parts(parameters);
  const cipher = oid(parts(scheme)[0]);
  const [, iterations, ...rest] = parts(parts(kdf)[1]);
  const prf = rest.find((node) => !isInteger(node) && isSequence(node));
  const hash = prf ? (hashes[oid(parts(prf)[0])] ?? '?') : 'SHA-1';
  const aes = ciphers[cipher]?.startsWith('AES') === true;
  return {
    name: `${ciphers[cipher] ?? cipher} (HMAC ${hash})`,
    iterations: integer(iterations),
    strong: aes && strongHashes.includes(hash),
  };
}

function macSeal(macData: Node | undefined): Seal {
  if (macData === undefined) return { name: '-', iterations: 0, strong: false };
  const [digestInfo, , iterations] = parts(macData);
  const [name, parameters] = parts(parts(digestInfo)[0]);
  if (oid(name) === '1.2.840.113549.1.5.14') {
    const [kdf, scheme] = parts(parameters);
    const hash = hashes[oid(parts(scheme)[0])] ?? '?';
    const count = integer(parts(parts(kdf)[1])[1]);
    return { name: `PBMAC1 ${hash}`, iterations: count, strong: strongHashes.includes(hash) };
  }
  const hash = hashes[oid(name)] ?? '?';
  return {
    name: `MAC ${hash}`,
    iterations: iterations ? integer(iterations) : 1,
    strong: strongHashes.includes(hash),
  };
}
