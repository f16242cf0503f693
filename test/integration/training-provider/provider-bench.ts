// An app with a training provider's account in the real practice service, and the sample clients of a social secretariat.

import { callPractice } from '../../../main/settings/practice-api.ts';
import type { Participant } from '../../../preload/contract/training-provider.ts';
import { emptyParticipant } from '../../../preload/rules/training-provider/check-session.ts';
import { type AppBench, connect, openApp, removeFolder } from '../../support/application-bench.ts';

export const wilgenhof = '1999999151';
export const deBerk = '0999999130';
export const hetPark = '1999999250';
/** Workers of De Berk, and one of Het Park. */
export const rania = '01020399645';
export const daan = '01020399744';
export const bram = '78031099771';

export type ProviderBench = {
  bench: AppBench;
  providerAccount: string;
  employerId(number: string): Promise<string>;
  admin(method: 'GET' | 'PUT' | 'DELETE', path: string, json?: unknown): Promise<unknown>;
  close(): Promise<void>;
};

export async function openProvider(): Promise<ProviderBench> {
  const bench = await openApp();
  const { certificateId } = await connect(bench);
  const made = {
    name: 'Wilgenhof',
    enterpriseName: 'Loodgieterij Wilgenhof',
    enterpriseNumber: wilgenhof,
    quality: 'trainingProvider',
    certificateId,
  } as const;
  const { id } = await bench.must('account.registerInPractice', made);
  await bench.must('practice.addSamples', {});
  return {
    bench,
    providerAccount: id,
    async employerId(number) {
      const { rows } = await bench.must('employer.list', { pageSize: 50 });
      return rows.find((row) => row.enterpriseNumber === number)?.id ?? '';
    },
    async admin(method, path, json) {
      const session = bench.app.session();
      if (session === null) throw new Error('nothing is open');
      const answer = await callPractice(session, 'admin', method, path, json);
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.value.json;
    },
    async close() {
      await bench.close();
      removeFolder(bench.profileDir);
    },
  };
}

export const person = (insz: string, more: Partial<Participant> = {}): Participant => ({
  ...emptyParticipant,
  insz,
  ...more,
});

export const soundSession = {
  title: 'Veilig werken op hoogte',
  type: 'formal',
  startDate: '2025-02-10',
  endDate: '2025-02-11',
  durationMinutes: 456,
} as const;
