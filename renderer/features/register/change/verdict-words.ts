// What an act does to the lines, as one sentence and, where there is more to know, a second one.
import { useTranslation } from 'react-i18next';
import type { RegisterOutcome } from '../../../../preload/contract/register-values.ts';
import type { Period } from '../../../../preload/rules/register/periods.ts';
import type { ChangeAct } from './use-change.ts';
import { deleteVerdict, insertVerdict } from './verdict.ts';

export function useVerdict(
  act: ChangeAct,
  asked: Period | null,
  { before, after }: Pick<RegisterOutcome, 'before' | 'after'>,
): { what: string; more: string | null; changes: boolean } {
  const { t } = useTranslation('register');
  const verdict =
    act === 'insert' && asked !== null ? insertVerdict(asked, before, after) : deleteVerdict(before, after);
  const count = verdict.kind === 'merged' || verdict.kind === 'allGone' ? verdict.count : 0;
  const gone = verdict.kind === 'split' || verdict.kind === 'taken' ? verdict.gone : 0;
  const touches = (verdict.kind === 'added' || verdict.kind === 'merged') && verdict.touches;
  const shorter = verdict.kind === 'split' || verdict.kind === 'taken' ? verdict.shorter : 0;
  return {
    what: t(`verdict.${verdict.kind}`, { count, gone, shorter }),
    more: touches ? t('verdict.touches') : null,
    changes: verdict.kind !== 'known' && verdict.kind !== 'nothing',
  };
}
