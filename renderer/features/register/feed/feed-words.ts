// Words of files and tasks of the feed, as every list of the page says them.
import { useTranslation } from 'react-i18next';
import type { FeedCounts, FeedRefused, FeedTask } from '../../../../preload/contract/register-feed.ts';
import { countsSaid, placeSaid } from '../../../../preload/rules/register/feed-said.ts';
import { useFormats } from '../../../i18n/formats.ts';

/** What became of the mutations; why a file was refused, with the place. */
export function useFileWords() {
  const { t } = useTranslation('register-feed');
  const formats = useFormats();
  const shown = (text: string | null): string => formats.enterpriseNumber(text ?? '');
  return {
    counts(counts: FeedCounts): string {
      const parts = countsSaid(counts).map(({ name, count }) => t(`counts.${name}`, { count }));
      return parts.length === 0 ? t('counts.nothing') : parts.join(' · ');
    },
    refused(refused: FeedRefused): string {
      const { code, expected, found } = refused;
      const why = t(`refusals.${code}`, { expected: shown(expected), found: shown(found) });
      const place = placeSaid(refused);
      return place === null ? why : `${why} ${t(`where.${place.name}`, place)}`;
    },
  };
}

const genders = ['unknown', 'man', 'woman'] as const;

/** What a task says in one sentence, and whose it is. */
export function useTaskWords() {
  const { t } = useTranslation('register-feed');
  const formats = useFormats();
  /** With 00 it is not a whole day: shown as it was written. */
  const day = (text: string | null | undefined): string =>
    text === null || text === undefined ? '' : text.includes('-00') ? text : formats.day(text);
  const name = ({ familyName, givenName }: FeedTask['name']): string => `${givenName} ${familyName}`.trim();
  return {
    day,
    name: (task: FeedTask): string => name(task.name) || formats.insz(task.insz),
    said: (task: FeedTask): string => (task.said?.name ? name(task.said.name) : ''),
    what(task: FeedTask): string {
      const { kind, said, dimona, from, to, joined } = task;
      switch (kind) {
        case 'replaced':
        case 'cancelled': {
          const numbers = { from: formats.insz(from ?? ''), to: formats.insz(to ?? '') };
          if (joined === null) return t(`what.${kind}`, numbers);
          return t('what.joined', { ...numbers, other: name(joined) || numbers.from, kept: name(task.name) });
        }
        case 'name':
          return t('what.name', { said: said?.name ? name(said.name) : '', kept: name(task.name) });
        case 'birth':
          return t('what.birth', { date: day(said?.birthDate) });
        case 'gender':
          return t('what.gender', { gender: genders[said?.genderCode ?? 0] ?? 'unknown' });
        case 'decease':
          return t('what.decease', { date: day(said?.deceaseDate ?? task.day) });
        case 'registerChange':
          return t('what.registerChange', { register: said?.register ?? 'other' });
        case 'address':
          return t('what.address');
        case 'dimona':
          return t('what.dimona', {
            ...{ action: dimona?.action ?? 'other', begin: day(dimona?.begin), end: day(dimona?.end) },
            ...{ hasEnd: String((dimona?.end ?? null) !== null) },
            employer: formats.enterpriseNumber(dimona?.employer ?? ''),
          });
      }
    },
  };
}
