// RC2 in CBC, as older Windows sealed certificates. It comes from forge, as no current OpenSSL build offers it, and what forge
// takes grows faster than the data: it gets small pieces, out of the budget of work.
import forge from 'node-forge';
import { Refusal } from './refusal.ts';
import type { WorkBudget } from './work-budget.ts';

/** A chain of issuers takes 10 kB; nobody seals more than that with RC2. */
const maxBytes = 256 * 1_024;
const pieceBytes = 4_096;
/** Time of one piece, in rounds of SHA-1 as the budget counts. */
const pieceCost = 4_500;

/**
 * Null when the padding is wrong, which nearly always means a wrong password. Refuses with `fileUnreadable` what is too long,
 * with `tooManyIterations` what exceeds the budget.
 */
export async function decryptRc2(
  key: Buffer,
  iv: Buffer,
  data: Buffer,
  budget: WorkBudget,
): Promise<Buffer | null> {
  if (data.length > maxBytes) throw new Refusal('fileUnreadable');
  const plain: Buffer[] = [];
  // In CBC the last sealed block before a piece is all that the piece needs to know of what came before.
  for (let start = 0, before = iv; start < data.length; start += pieceBytes) {
    budget.spend(1, pieceCost);
    const piece = data.subarray(start, start + pieceBytes);
    const opened = decryptPiece(key, before, piece, start + pieceBytes >= data.length);
    if (opened === null) return null;
    plain.push(opened);
    before = piece.subarray(-8);
    await budget.breathe();
  }
  return Buffer.concat(plain);
}

/** Only the last piece has padding to take away. */
function decryptPiece(key: Buffer, iv: Buffer, piece: Buffer, isLast: boolean): Buffer | null {
  const cipher = forge.rc2.createDecryptionCipher(key.toString('latin1'), key.length * 8);
  cipher.start(iv.toString('latin1'));
  cipher.update(forge.util.createBuffer(piece.toString('latin1')));
  const isWhole = isLast ? cipher.finish() : cipher.finish(() => true);
  return isWhole ? Buffer.from(cipher.output.getBytes(), 'latin1') : null;
}
