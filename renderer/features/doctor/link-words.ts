// The sentences of a link in the language of the page.
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../preload/contract/doctor.ts';
import { linkParams } from '../../../preload/rules/doctor/link-words.ts';
import { localeOf } from '../../i18n/languages.ts';

export function useLinkWords(): (link: Link, part: 'found' | 'do') => string {
  const { t, i18n } = useTranslation(['doctor', 'accounts', 'certificates']);
  return (link, part) => {
    const key = `links.${link.key}.${part}`;
    if (!i18n.exists(key, { ns: 'doctor' })) return '';
    const params = linkParams(
      link,
      (one) => t(one as 'accounts:qualities.employerNsso'),
      localeOf(i18n.language),
    );
    return t(key as 'links.pairUnknown.found', params as { name: string; clientId: string });
  };
}
