// Sentences that come with their key from main: namespace, key and facts, dates written in the reader's language.
import { useTranslation } from 'react-i18next';
import { formatParams } from '../../../preload/rules/certificates/format-params.ts';
import { localeOf } from '../../i18n/languages.ts';

type Words = { key: string; params?: Record<string, string | number> | undefined };

export function useCertificateWords(): (words: Words) => string {
  const { t, i18n } = useTranslation('certificates');
  return ({ key, params }) => t(key as 'verdict.usable.title', formatParams(params, localeOf(i18n.language)));
}
