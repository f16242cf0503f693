// Numbers of persons that were replaced since: by the register here, or as the service says with a presence.

export type Persons = {
  /** The last known number of a person. */
  present(insz: string): string;
  /** By any number the person has had; null: not in the register. */
  name(present: string): string | null;
};

/** `replaced`: what the service said, the old number first. */
export function knownPersons(
  rows: readonly { insz: string; present: string; name: string }[],
  replaced: ReadonlyMap<string, string>,
): Persons {
  const here = new Map(rows.map(({ insz, present }) => [insz, present]));
  const names = new Map(rows.map(({ insz, name }) => [insz, name]));
  const present = (insz: string): string => {
    const known = here.get(insz) ?? insz;
    const now = replaced.get(known) ?? replaced.get(insz) ?? known;
    return here.get(now) ?? now;
  };
  const byPresent = new Map<string, string>();
  for (const [insz, name] of names) if (name !== '') byPresent.set(present(insz), name);
  return { present, name: (insz) => byPresent.get(insz) ?? null };
}
