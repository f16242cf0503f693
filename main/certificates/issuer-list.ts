// The dated list of issuers that the authority supports or showed (resources/certificate-issuers.json).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DatedIssuer } from '../../preload/rules/certificates/certificate-facts.ts';

const day = z.iso.date().nullable();
const listSchema = z.strictObject({
  recordedOn: z.iso.date(),
  issuers: z.array(
    z.strictObject({
      commonName: z.string(),
      product: z.string(),
      issuesFrom: day,
      issuesUntil: day,
      orderPage: z.url(),
      certainty: z.enum(['seed', 'public', 'inferred', 'assumed']),
      source: z.string(),
    }),
  ),
});
export type IssuerList = z.infer<typeof listSchema>;

/** A damaged list is a fault in the packaging, so this throws. */
export function readIssuerList(resourcesDir: string): IssuerList & { issuers: DatedIssuer[] } {
  return listSchema.parse(JSON.parse(readFileSync(join(resourcesDir, 'certificate-issuers.json'), 'utf8')));
}
