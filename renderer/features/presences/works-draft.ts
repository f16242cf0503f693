// What is typed about a declaration of works is there again after another page, also that of the camera, for which the window
// may load anew.
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { useKeptView } from '../../ui/kept-view.ts';
import { emptySubcontractor } from './subcontractors-typed.ts';
import type { WorksTyped } from './works-typed.ts';

export type WorksDraft = { employerId: string | null; typed: WorksTyped };

const text = z.string();
const day = z.string().nullable();
/** Without what was read of the number: it is read anew. */
const draftSchema = z.object({
  employerId: z.string().nullable(),
  typed: z.object({
    ...{ pasted: text, name: text, street: text, houseNumber: text, postCode: text, municipality: text },
    ...{ startDate: day, endDate: day, contact: text },
    subcontractors: z.array(z.object({ enterpriseNumber: text, name: text, startDate: day, endDate: day })),
  }),
});

/**
 * Hands back once what was typed when the page was left, by a link or for the camera. `atLeaving` is asked only then, as the page may
 * be left without being drawn once more: what stands there; null: nothing that would be missed.
 */
export function useWorksDraft(
  atLeaving: () => WorksDraft | null,
  restore: (draft: WorksDraft) => void,
): void {
  const [kept, keep] = useKeptView('works-draft', (value) => draftSchema.safeParse(value).data ?? null);
  const given = useRef(false);
  const leaving = useRef(() => {});
  leaving.current = () => {
    const current = atLeaving();
    // What was handed back and is no longer wanted goes; of what was not read yet nothing is known.
    if (current !== null || (given.current && kept !== null)) keep(current);
  };
  useEffect(() => () => leaving.current(), []);
  useEffect(() => {
    if (kept === null || given.current) return;
    // It stays kept until the page is left: the window may load anew once more, as it does when the camera is given back.
    given.current = true;
    const { typed, employerId } = kept;
    const subcontractors = typed.subcontractors.map((one) => ({ ...emptySubcontractor(), ...one }));
    restore({ employerId, typed: { ...typed, read: null, subcontractors } });
  }, [kept, restore]);
}
