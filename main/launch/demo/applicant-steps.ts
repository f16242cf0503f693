// An applicant is asked before the contract, approves on the phone, and stops it again.
import type { Bench } from './connection-steps.ts';
import { decideAsCitizen, revokeAsCitizen } from './practice-place.ts';
import { expect } from './report.ts';
import { employer } from './story.ts';

/** A pensioner of the practice world: may always do a flexi-job. */
const roger = '57031899175';

type Facts = { request: { id: string; column: string }; link: { url: string } | null };
type Read = { answer: { flexiJob: { eligible: boolean; quarter: string } | null } | null };

export const applicantNumbers = [roger, '57.03.18-991.75'];

export function applicantSteps({ report, run, value }: Bench, file: string): Promise<void> {
  return report.step('An applicant is asked, approves, is read and stops it', async () => {
    const words = ['applicant', 'request', '--employer', employer.number, '--flexi', '--label', 'Keuken'];
    const asked = value<Facts>(await run(words), 'request');
    const requestId = /[0-9a-f-]{36}$/.exec(asked.link?.url ?? '')?.[0] ?? '';
    expect(requestId !== '', 'there is a link to hand out');
    await decideAsCitizen(file, requestId, 'approve', roger);
    const approved = value<Facts>(await run(['applicant', 'status', asked.request.id]), 'status');
    expect(approved.request.column === 'approved', `approved, stands under ${approved.request.column}`);
    const read = value<Read>(await run(['applicant', 'read', asked.request.id]), 'read');
    const found = read.answer?.flexiJob ?? null;
    expect(found?.eligible === true, 'a pensioner may do a flexi-job');
    await revokeAsCitizen(file, roger);
    const again = await run(['applicant', 'read', asked.request.id]);
    expect(
      !again.result.ok && again.result.failure.code === 'noActiveCitizenMandate',
      'after the revocation nothing is read any more',
    );
    return `may do a flexi-job in ${found?.quarter}; stopped, and shown no longer`;
  });
}
