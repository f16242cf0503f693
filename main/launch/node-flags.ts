// How Node runs our processes: a small nursery for young objects keeps a queue of a thousand sendings within its memory,
// at no cost in time that could be measured.
export const nodeFlags: readonly string[] = ['--max-semi-space-size=2'];
