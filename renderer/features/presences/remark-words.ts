// The words for a remark: what it is, whence it comes, who can solve it and how. One that the program does not know yet is said so.
import { useTranslation } from 'react-i18next';
import { isKnownRemark, remarkSolvers } from '../../../preload/rules/presences/remark-kinds.ts';

export type RemarkWords = { title: string; cause: string; todo: string; who: string };

export function useRemarkWords(): (code: string) => RemarkWords {
  const { t } = useTranslation('presence-remarks');
  return (code) =>
    isKnownRemark(code)
      ? {
          title: t(`kinds.${code}.title`),
          cause: t(`kinds.${code}.cause`),
          todo: t(`kinds.${code}.do`),
          who: t(`who.${remarkSolvers[code]}`),
        }
      : { title: t('unknown', { code }), cause: t('unknownCause'), todo: t('unknownDo'), who: '' };
}
