// What stands in the app before the clerk's day begins: an account with its certificate, forty clients with their workers,
// mandates and routes, and two persons who approve. All of it by the app's own calls.

import type { CallInput, CallName, CallOutput } from '../../../preload/contract/index.ts';
import { clients, secretariat } from './clerk-day.ts';

/** The value of a call, or an exception that names the failure. */
export type Must = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;

export async function seedClerk(
  { must }: { must: Must },
  pins: Readonly<Record<string, string>>,
): Promise<void> {
  const [clerk = '', second = ''] = Object.keys(pins);
  await must('settings.update', { language: 'nl', firstRunDone: true, personName: clerk });
  const firm = { enterpriseName: secretariat.name, enterpriseNumber: secretariat.number };
  const made = await must('certificate.generate', { ...firm, name: 'Klaver', keyKind: 'ecP384' });
  const { id: accountId } = await must('account.registerInPractice', {
    ...{ ...firm, name: 'Klaver', quality: 'socialSecretariat' },
    certificateId: made.id,
  });
  const employerIds: string[] = [];
  for (const { number, name, workers } of clients) {
    const { id: employerId } = await must('employer.add', { enterpriseNumber: number, name });
    employerIds.push(employerId);
    for (const { insz, family, given } of workers)
      await must('worker.add', {
        ...{ employerId, insz, familyName: family, givenName: given, startDate: '2020-01-01' },
      });
    await must('mandate.record', {
      ...{ employerId, service: 'fla', mandataryNumber: secretariat.number },
      ...{ startQuarter: '2024Q2', endQuarter: null },
    });
  }
  await must('route.setMany', { employerIds, service: 'fla', route: { kind: 'mandatary', accountId } });
  const { id: approverId } = await must('approver.add', { name: clerk, pin: pins[clerk] ?? '' });
  await must('outbox.requireApproval', { required: true });
  await must('approver.add', {
    ...{ name: second, pin: pins[second] ?? '' },
    proof: { approverId, pin: pins[clerk] ?? '' },
  });
}
