// The numbers of a person as a chain: each before the one that took its place, the present one last.
type Numbered = { insz: string; replacedBy: string | null };

/** Depth first by what leads to a number; what leads nowhere stands before the present one too, so that none is lost. */
export function chainOf<N extends Numbered>(numbers: readonly N[], present: string): N[] {
  const chain: N[] = [];
  const seen = new Set<string>();
  const lay = (number: N): void => {
    if (seen.has(number.insz)) return;
    seen.add(number.insz);
    for (const before of numbers) if (before.replacedBy === number.insz) lay(before);
    chain.push(number);
  };
  const last = numbers.find(({ insz }) => insz === present);
  const stray = numbers.filter((number) => number !== last && number.replacedBy === null);
  for (const number of stray) lay(number);
  if (last !== undefined) lay(last);
  for (const number of numbers) if (!seen.has(number.insz)) chain.unshift(number);
  return chain;
}
