// What is answered in the account wizard so far, and how far each step in Chaman is.
import type { Account } from '../../../preload/contract/accounts.ts';

export const chamanSteps = ['known', 'access', 'contact', 'account', 'right', 'upload', 'copy'] as const;
export type ChamanStep = (typeof chamanSteps)[number];
export type Tracked = { state: 'todo' | 'waiting' | 'done'; who: string; since: string | null };

export type AccountDraft = {
  step: string;
  certificateId: string;
  quality: Account['quality'] | null;
  enterpriseNumber: string;
  enterpriseName: string;
  name: string;
  clientId: string;
  /** Practice only: who goes through Chaman. */
  way: 'program' | 'portal';
  /** As ticked in Chaman. */
  rights: Account['rights'];
  tracked: Partial<Record<ChamanStep, Tracked>>;
};

export const emptyAccount: AccountDraft = {
  step: 'who',
  certificateId: '',
  quality: null,
  enterpriseNumber: '',
  enterpriseName: '',
  name: '',
  clientId: '',
  way: 'program',
  rights: ['careerProFlaDeclaration'],
  tracked: {},
};

export const trackedOf = (draft: AccountDraft, step: ChamanStep): Tracked =>
  draft.tracked[step] ?? { state: 'todo', who: '', since: null };
