// What a file is by its first bytes, and its plain bytes where an e-mail program or Notepad wrapped them in text.

/** Java keystores of its own making: JKS, JCEKS and the BKS of Android. */
export function looksLikeJavaKeystore(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return start.startsWith('feedfeed') || start.startsWith('cececece') || /^0000000[12]00000014/.test(start);
}

/**
 * Text in UTF-16 becomes UTF-8 ("Unicode" in Notepad), and bare Base64 becomes what it stands for (some issuers mail
 * their certificate so). Everything else stays as it is.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length >= 4 && buffer[0] === 0xff && buffer[1] === 0xfe) {
    return Buffer.from(buffer.subarray(2).toString('utf16le'), 'utf8');
  }
  // A SEQUENCE of more than 255 bytes begins with MII in Base64, of open length with MIA.
  if (
    buffer.subarray(0, 3).toString('latin1') === 'MII' ||
    buffer.subarray(0, 3).toString('latin1') === 'MIA'
  ) {
    return Buffer.from(buffer.toString('latin1'), 'base64');
  }
  return bytes;
}
