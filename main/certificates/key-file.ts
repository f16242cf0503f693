// A private key alone in DER: PKCS#8 (RFC 5958), the same encrypted, PKCS#1 of RSA and SEC1 of EC.
import type { KeyObject } from 'node:crypto';
import { encode, integer, isInteger, isSequence, type Node, parts, tags } from './asn1.ts';
import { passwordForms } from './password-forms.ts';
import { openShrouded } from './pkcs12-reader.ts';
import { type KeyShape, privateKeyOf } from './private-key.ts';
import type { WorkBudget } from './work-budget.ts';

type Shape = KeyShape | 'encrypted';

/** By its outline only, so that nothing is handed to OpenSSL that is not a key. */
export function keyShape(file: Node): Shape | null {
  try {
    const [first, second, third] = parts(file);
    if (isInteger(first)) {
      if (isSequence(second) && isOctets(third)) return integer(first) <= 1 ? 'pkcs8' : null;
      if (integer(first) === 1 && isOctets(second)) return 'sec1';
      return integer(first) === 0 && isInteger(second) && isInteger(third) ? 'pkcs1' : null;
    }
    return isSequence(first) && isOctets(second) && third === undefined ? 'encrypted' : null;
  } catch {
    return null;
  }
}

const isOctets = (node: Node | undefined) => node?.tagClass === 0 && node.type === tags.OCTETSTRING;

/** The key as plain PKCS#8. Refuses with `wrongPassword` when it is sealed and does not open. */
export async function readKey(
  file: Node,
  shape: Shape,
  password: string,
  budget: WorkBudget,
): Promise<Buffer> {
  if (shape === 'encrypted') return openShrouded(file, passwordForms(password), budget);
  const der = encode(file);
  if (shape === 'pkcs8') return der;
  return asPkcs8(privateKeyOf(der, shape));
}

export const asPkcs8 = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });
