// A password as bytes. PKCS#12 wants UTF-16 with a closing zero (RFC 7292, appendix B.1), PBES2 wants UTF-8
// (RFC 8018, §3); several tools departed from that, so there is a short list of forms, the right one first.

export type PasswordForms = {
  /** For the MAC and the legacy ciphers. */
  bmp: Buffer[];
  /** For PBES2 and PBMAC1. */
  utf8: Buffer[];
};

export function passwordForms(password: string): PasswordForms {
  const bmp: Buffer[] = [bmpString(password)];
  const utf8: Buffer[] = [Buffer.from(password, 'utf8')];
  if (password === '') {
    // "No password" and "a password of length zero" differ in PKCS#12; OpenSSL writes one, others the other.
    bmp.push(Buffer.alloc(0));
    utf8.push(Buffer.alloc(2));
  } else if (/[^\x20-\x7e]/.test(password)) {
    // OpenSSL before 1.1 widened each byte that the terminal gave it; Java and NSS had forms of their own for PBES2.
    bmp.push(bmpString(Buffer.from(password, 'utf8').toString('latin1')));
    utf8.push(bmpString(password));
    if (isLatin1(password)) utf8.push(Buffer.from(password, 'latin1'));
  } else {
    // NSS before 3.31 fed PBES2 with the form that the MAC takes.
    utf8.push(bmpString(password));
  }
  return { bmp, utf8 };
}

const isLatin1 = (text: string) => [...text].every((character) => (character.codePointAt(0) ?? 0) < 0x100);

function bmpString(text: string): Buffer {
  return Buffer.concat([Buffer.from(text, 'utf16le').swap16(), Buffer.alloc(2)]);
}
