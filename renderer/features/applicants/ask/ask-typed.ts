// What is filled in to ask an applicant, what is wrong with it, and how it is there again after another page.
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type ApplicantDataSet,
  type ApplicantRequest,
  applicantDataSetsSchema,
} from '../../../../preload/contract/applicants.ts';
import { holdsInsz } from '../../../../preload/rules/applicants/check-batch.ts';
import { parseInsz } from '../../../../preload/rules/identifiers/insz.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';

export type LinkLanguage = 'nl' | 'fr' | 'de';
export const linkLanguages: readonly LinkLanguage[] = ['nl', 'fr', 'de'];

export type AskTyped = {
  employerId: string | null;
  /** Of a mandatary: as its client's social secretariat or service provider, or as an agency. */
  as: 'mandatary' | 'agency';
  dataSets: ApplicantDataSet[];
  insz: string;
  language: LinkLanguage;
  label: string;
};

/** What is the same for the next applicant: nothing of a person. */
const habitSchema = z.object({
  employerId: z.string(),
  as: z.enum(['mandatary', 'agency']),
  dataSets: applicantDataSetsSchema,
  language: z.enum(['nl', 'fr', 'de']),
});
export type AskHabit = z.infer<typeof habitSchema>;
export const readHabit = (kept: unknown): AskHabit | null => habitSchema.safeParse(kept).data ?? null;

/**
 * What was chosen last time, where it was known before anything was filled in: of what is asked about a person nothing ticks itself
 * once somebody is at it.
 */
export function useEarlyHabit(habit: AskHabit | null, touched: boolean): AskHabit | null {
  const early = useRef(habit);
  if (!touched) early.current = habit;
  return early.current;
}

type Known = {
  /** The request that this one is filled in like. */
  before: ApplicantRequest | undefined;
  /** Of its data only what the applicant did not open. */
  onlyMissing: boolean;
  inHand: string | null;
  habit: AskHabit | null;
  /** Of the page. */
  language: string;
};

export const firstTyped = ({ before, onlyMissing, inHand, habit, language }: Known): AskTyped => ({
  employerId: before?.employerId ?? inHand ?? habit?.employerId ?? null,
  as: habit?.as ?? 'mandatary',
  dataSets: (onlyMissing ? before?.answer?.missing : before?.dataSets) ?? habit?.dataSets ?? [],
  insz: before?.insz ?? '',
  language: habit?.language ?? linkLanguages.find((one) => language.startsWith(one)) ?? 'nl',
  label: before?.label ?? '',
});

export function useAskProblems(): (
  typed: Pick<AskTyped, 'employerId' | 'dataSets' | 'insz' | 'label'>,
) => FieldProblem[] {
  const { t } = useTranslation(['applicants', 'shell']);
  return ({ employerId, dataSets, insz, label }) => {
    const problems: FieldProblem[] = [];
    if (employerId === null) problems.push({ name: 'employerId', message: t('ask.employerMissing') });
    if (dataSets.length === 0) problems.push({ name: 'dataSets', message: t('ask.data.missing') });
    if (insz.trim() !== '' && parseInsz(insz) === null)
      problems.push({ name: 'insz', message: t('shell:issues.insz') });
    if (holdsInsz(label)) problems.push({ name: 'label', message: t('ask.label.holdsInsz') });
    return problems;
  };
}

type Draft = { environment: string; changed: Partial<AskTyped> };
/** In the memory of the page alone, as a person's number may stand in it. */
let leftBehind: Draft | null = null;

/**
 * Hands back once what was filled in when the page was left. `ended`: it was asked or given up, so nothing need come back; known
 * only as the page goes.
 */
export function useAskDraft(
  environment: string,
  changed: Partial<AskTyped>,
  ended: RefObject<boolean>,
): () => Partial<AskTyped> {
  const draft = useRef<Draft>({ environment, changed });
  draft.current = { environment, changed };
  useEffect(
    () => () => {
      const nothing = ended.current || Object.keys(draft.current.changed).length === 0;
      leftBehind = nothing ? null : draft.current;
    },
    [ended],
  );
  return () => {
    const found = leftBehind?.environment === environment ? leftBehind.changed : {};
    leftBehind = null;
    return found;
  };
}
