// What an authentic source says of a person beside what is kept here: differences marked, and taken over with one act.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { differs } from './identity-differences.ts';
import type { RegisterPerson } from './person-page.tsx';
import { TakeOver } from './take-over.tsx';

export function IdentitySheet({ person }: { person: RegisterPerson }) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const { identity } = person;
  if (identity === null)
    return (
      <Sheet title={t('identity.title')} stacked>
        <p className="quiet-text">{t('identity.none')}</p>
      </Sheet>
    );
  const day = (date: string | null): string => {
    if (date === null) return '–';
    const [year = '', month = '00', dayOfMonth = '00'] = date.split('-');
    if (month === '00') return year;
    return dayOfMonth === '00' ? `${month}/${year}` : formats.day(date, 'medium');
  };
  const rows = [
    { id: 'lastName', here: person.familyName, there: identity.lastName },
    { id: 'givenName', here: person.givenName, there: identity.givenNames },
    { id: 'birthDate', here: null, there: day(identity.birthDate) },
    {
      id: 'gender',
      here: null,
      there: t(
        `identity.genders.${identity.genderCode === 1 ? 'male' : identity.genderCode === 2 ? 'female' : 'unknown'}`,
      ),
    },
    {
      id: 'register',
      here: null,
      there: identity.register === null ? '–' : t(`identity.registers.${identity.register}`),
    },
    ...(identity.deceaseDate === null
      ? []
      : [{ id: 'decease', here: null, there: day(identity.deceaseDate) } as const]),
  ] as const;
  return (
    <Sheet
      title={t('identity.title')}
      aside={t(`identity.origin.${identity.origin}`, {
        day: formats.day(identity.asOf.slice(0, 10), 'medium'),
      })}
      stacked
    >
      <Facts
        facts={rows.map(({ id, here, there }) => ({
          label: t(`identity.fields.${id}`),
          value:
            here !== null && differs(id, here, there) ? (
              <>
                {there}
                <span className="differs">
                  <Chip tone="warn">{t('identity.differs')}</Chip>{' '}
                  {t('identity.here', { value: here === '' ? '–' : here })}
                </span>
              </>
            ) : (
              there
            ),
        }))}
      />
      <TakeOver person={person} identity={identity} />
    </Sheet>
  );
}
