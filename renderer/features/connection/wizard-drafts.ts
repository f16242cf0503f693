// What was typed in a wizard of this room, kept while the app runs so that it can be left and resumed. Never a password:
// and nothing is written to disk.

import { useState } from 'react';
import {
  formatEnterpriseNumber,
  parseEnterpriseNumber,
} from '../../../preload/rules/identifiers/enterprise-number.ts';
import { forgetElsewhere } from '../../elsewhere.ts';

const drafts = new Map<string, unknown>();
forgetElsewhere(() => drafts.clear());

/**
 * What is known before a wizard is opened, such as from a guide. What a person typed there for the same enterprise stays.
 */
export function proposeDraft<D extends { enterpriseNumber: string }>(name: string, proposal: D): void {
  const before = drafts.get(name) as D | undefined;
  const number = parseEnterpriseNumber(proposal.enterpriseNumber);
  if (before !== undefined && parseEnterpriseNumber(before.enterpriseNumber) === number) return;
  const shown = number === null ? proposal.enterpriseNumber : formatEnterpriseNumber(number);
  drafts.set(name, { ...proposal, enterpriseNumber: shown });
}

/** The draft of a wizard, with how to change it and how to forget it when the act is done. */
export function useWizardDraft<D extends object>(
  name: string,
  empty: D,
): { draft: D; put: (change: Partial<D>) => void; forget: () => void } {
  const [draft, setDraft] = useState<D>(() => (drafts.get(name) as D | undefined) ?? empty);
  return {
    draft,
    put: (change) =>
      setDraft((before) => {
        const next = { ...before, ...change };
        drafts.set(name, next);
        return next;
      }),
    forget: () => drafts.delete(name),
  };
}
