// What the page remembers beside main's answers belongs to one environment: with another it goes, so that practice is never taken for real.

const forgetters = new Set<() => void>();

/** Called once by each module that remembers something of a person's work. */
export function forgetElsewhere(forget: () => void): void {
  forgetters.add(forget);
}

/** Another environment was opened. */
export function goneElsewhere(): void {
  for (const forget of forgetters) forget();
}
