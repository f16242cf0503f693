// Whether the names in a certificate are those of an enterprise: case, accents, punctuation and the legal form do not
// count, and the enterprise number settles it where the certificate carries one.

/** Legal forms in Dutch, French and German, old and new, as the Crossroads Bank abbreviates them. */
const legalForms = new Set(
  (
    'bv bvba srl sprl gmbh pgmbh nv sa ag cv cvba sc scrl vzw asbl vog ivzw aisbl ivog vof snc ohg commv scomm kommg ' +
    'gcv scs ebv eb ei ebvba sprlu esv gie se sce'
  ).split(' '),
);

/** `Crèche L’Étoile ASBL` → `creche l etoile`. A name of nothing but a legal form is kept whole. */
export function plainName(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:\p{L}\.){2,}/gu, (dotted) => dotted.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const kept = words.filter((word) => !legalForms.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** `values` are those of the subject: common name, organisation, serial number, organisation identifier, … */
export function namesEnterprise(values: readonly string[], name: string, number: string): boolean {
  const wanted = plainName(name);
  const digits = number.replace(/\D/g, '');
  return values.some((value) => {
    if (digits.length >= 9 && value.replace(/\D/g, '').includes(digits)) return true;
    return wanted !== '' && ` ${plainName(value)} `.includes(` ${wanted} `);
  });
}
