// Loads the dated parameters of the training rules from `resources/training-rules.json`, once for each folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TrainingParameters } from '../../preload/rules/training/facts.ts';

const certainty = z.enum(['law', 'public', 'assumed']);
const stated = <T extends z.ZodType>(value: T) => z.object({ value, source: z.string(), certainty });
const fileSchema = z.object({
  firstYear: stated(z.int()),
  yearsAhead: stated(z.int()),
  registrationClosesOn: stated(z.iso.date().nullable()),
  rights: z.array(
    z.object({
      size: z.enum(['under10', 'from10to19', 'from20']),
      from: z.int(),
      daysHundredths: z.int(),
      source: z.string(),
      certainty,
    }),
  ),
  sectorMinimumHundredths: stated(z.int()),
  proRata: z.object({ source: z.string(), certainty }),
  rounding: z.object({ source: z.string(), certainty }),
  carryOver: stated(z.object({ firstYear: z.int(), years: z.int().min(1) })),
  deadlineMonthsAfterQuarter: stated(z.int()),
  maxDurationMinutes: stated(z.int()),
  plausibleMinutesPerDay: stated(z.int()),
});

const loaded = new Map<string, TrainingParameters>();

export function trainingParameters(resourcesDir: string): TrainingParameters {
  const known = loaded.get(resourcesDir);
  if (known) return known;
  const file = fileSchema.parse(JSON.parse(readFileSync(join(resourcesDir, 'training-rules.json'), 'utf8')));
  const parameters: TrainingParameters = {
    firstYear: file.firstYear.value,
    yearsAhead: file.yearsAhead.value,
    registrationClosesOn: file.registrationClosesOn.value,
    rights: file.rights,
    sectorMinimumHundredths: file.sectorMinimumHundredths.value,
    sectorMinimum: {
      source: file.sectorMinimumHundredths.source,
      certainty: file.sectorMinimumHundredths.certainty,
    },
    proRata: file.proRata,
    rounding: file.rounding,
    carryOver: {
      ...file.carryOver.value,
      source: file.carryOver.source,
      certainty: file.carryOver.certainty,
    },
    deadlineMonthsAfterQuarter: file.deadlineMonthsAfterQuarter.value,
    maxDurationMinutes: file.maxDurationMinutes.value,
    plausibleMinutesPerDay: file.plausibleMinutesPerDay.value,
  };
  loaded.set(resourcesDir, parameters);
  return parameters;
}
