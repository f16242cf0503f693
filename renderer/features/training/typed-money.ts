// Amounts as people type them: `125,50`, `1.250`, `€ 99`. Undefined means that it cannot be read.
const forms = /^(\d{1,3}(?:[ .]\d{3})+|\d{1,8})(?:[.,](\d{1,2}))?$/;

/** Euros as typed → whole cents; empty → null. */
export function readCents(text: string): number | null | undefined {
  const typed = text.replace(/[€\u00a0\u202f]/g, ' ').trim();
  if (typed === '') return null;
  const parts = forms.exec(typed);
  if (parts === null) return undefined;
  const euros = Number((parts[1] ?? '').replace(/[ .]/g, ''));
  const cents = euros * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return cents <= 10_000_000_00 ? cents : undefined;
}

/** `12550` → `125,50`, as it is typed. */
export const writeCents = (cents: number | null): string =>
  cents === null ? '' : `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
