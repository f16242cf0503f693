// The form in hand: what is typed, what is wrong with it, what the act would do, and what it did.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterOutcome } from '../../../../preload/contract/register-values.ts';
import type { Failure, Result } from '../../../../preload/contract/result.ts';
import { parseInsz } from '../../../../preload/rules/identifiers/insz.ts';
import { useEmployerId } from '../../../app-state.ts';
import { useAct } from '../../../calls.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import type { StepOutcome } from '../../../wizard/wizard.tsx';
import { codeOf, fieldsOf, useCodeWords } from '../register-words.ts';
import { forgetStart, waitingStart } from './change-start.ts';
import { type ChangeTyped, dayOf, identityOf, periodOf, readBirthDate, typedFrom } from './change-typed.ts';

export type ChangeAct = 'insert' | 'delete';
export type Change = ReturnType<typeof useChange>;

/** Where a refusal belongs in the form. */
const fieldOf: Record<string, string> = { INS00002: 'dossierType', INS00004: 'begin' };
/** Names of the contract and of the service, as the form calls them. */
const formField: Record<string, string> = {
  beginDate: 'begin',
  endDate: 'end',
  ssin: 'insz',
  inscriptionContext: 'dossierType',
};

export function useChange(act: ChangeAct) {
  const { t } = useTranslation(['register', 'shell']);
  const words = useCodeWords();
  const employerId = useEmployerId();
  const insert = useAct('register.insert');
  const remove = useAct('register.delete');
  const [typed, setTyped] = useState(() => typedFrom(waitingStart(), employerId));
  useEffect(forgetStart, []);
  const [preview, setPreview] = useState<RegisterOutcome | null>(null);
  const [done, setDone] = useState<RegisterOutcome | null>(null);
  const whole = act === 'delete' && typed.whole;

  const check = (): FieldProblem[] => {
    const [begin, end] = [dayOf(typed.begin), dayOf(typed.end)];
    const problems: [string, string | false][] = [
      ['employerId', typed.employerId === null && t('register:change.noEmployer')],
      ['insz', parseInsz(typed.insz) === null && t('shell:issues.insz')],
      ['begin', !whole && begin === null && t('register:change.noBegin')],
      ['begin', !whole && begin === false && t('shell:issues.day')],
      ['end', !whole && end === false && t('shell:issues.day')],
      ['end', !whole && !!begin && !!end && end < begin && t('register:change.upsideDown')],
      ['birthDate', readBirthDate(typed.birthDate) === false && t('register:change.birthDateWrong')],
    ];
    return problems.flatMap(([name, message]) => (message === false ? [] : [{ name, message }]));
  };

  const ask = (dryRun: boolean): Promise<Result<RegisterOutcome>> => {
    const key = {
      employerId: typed.employerId ?? '',
      insz: typed.insz.trim(),
      dossierType: typed.dossierType,
      identity: identityOf(typed),
      dryRun,
      // What is confirmed is what was shown.
      ...(dryRun || preview === null ? {} : { shown: { insz: preview.insz, before: preview.before } }),
    };
    const period = whole ? null : periodOf(typed);
    return act === 'insert' && period !== null
      ? insert.run({ ...key, period })
      : remove.run({ ...key, period });
  };

  const refusalOf = (failure: Failure): StepOutcome => {
    const code = codeOf(failure);
    if (code === null) return { kind: 'failed', failure };
    const { what, remedy, code: shown } = words(code);
    const message = `${what} ${remedy} ${shown}`;
    const named = fieldsOf(failure).map((field) => formField[field] ?? field);
    const fields = code === 'INS00001' || code === 'MSG00008' ? named : [];
    const names = fields.length > 0 ? [...new Set(fields)] : [fieldOf[code] ?? 'insz'];
    return { kind: 'problems', problems: names.map((name) => ({ name, message })) };
  };

  return {
    ...{ act, typed, whole, preview, done, check },
    type: (change: Partial<ChangeTyped>) => setTyped((now) => ({ ...now, ...change })),
    /** What it would do: nothing is stored. */
    look: async (): Promise<StepOutcome> => {
      const result = await ask(true);
      if (!result.ok) return refusalOf(result.failure);
      setPreview(result.value);
      return { kind: 'on' };
    },
    run: async (): Promise<StepOutcome> => {
      const result = await ask(false);
      if (!result.ok && result.failure.code === 'conflict') {
        // The lines changed meanwhile: the new preview takes the place of the old one, and is confirmed anew.
        const again = await ask(true);
        if (!again.ok) return refusalOf(again.failure);
        setPreview(again.value);
      }
      if (!result.ok) return refusalOf(result.failure);
      setDone(result.value);
      return { kind: 'on' };
    },
  };
}
