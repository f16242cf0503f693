// Loads the dated lines of advice from `resources/applicant-rules.json`, once for each folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { adviceLineSchema } from '../../preload/contract/applicant-answers.ts';
import type { AdviceRule } from '../../preload/rules/applicants/advice.ts';

const { id, dataSet, when, source, sourceDate, certainty } = adviceLineSchema.shape;
const day = z.iso.date().nullable();
const fileSchema = z.object({
  lines: z.array(z.strictObject({ id, dataSet, when, source, sourceDate, certainty, from: day, until: day })),
});

const loaded = new Map<string, readonly AdviceRule[]>();

export function adviceRules(resourcesDir: string): readonly AdviceRule[] {
  const known = loaded.get(resourcesDir);
  if (known !== undefined) return known;
  const { lines } = fileSchema.parse(
    JSON.parse(readFileSync(join(resourcesDir, 'applicant-rules.json'), 'utf8')),
  );
  loaded.set(resourcesDir, lines);
  return lines;
}
