// What the doctor found of one account: one sentence, one next step, and all links folded away.
import type { Examination } from '../../../preload/contract/doctor.ts';
import { DoctorVerdict } from '../doctor/doctor-verdict.tsx';
import { LinkDetails } from '../doctor/link-table.tsx';

export type Tested = Examination;

export function ConnectionChain({ tested }: { tested: Tested }) {
  return (
    <>
      <DoctorVerdict examinations={[tested]} />
      <LinkDetails examination={tested} />
    </>
  );
}
