// Persons that the service found, or that stand in the way of a new number.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CbssPerson } from '../../../preload/contract/cbss-answer.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { startChange } from '../register/change/change-start.ts';
import { writeIncompleteDate } from './incomplete-date.ts';

export function PersonTable({ persons }: { persons: readonly CbssPerson[] }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const [, go] = useLocation();
  const take = ({ insz }: CbssPerson): void => {
    startChange({ insz });
    go('/register/insert');
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    // biome-ignore lint/a11y/useSemanticElements: a group that scrolls, not a set of fields
    <div className="grid-scroll" role="group" tabIndex={0} aria-label={t('persons.caption')}>
      <table className="grid">
        <caption className="only-read-aloud">{t('persons.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('persons.lastName')}</th>
            <th scope="col">{t('persons.givenName')}</th>
            <th scope="col">{t('persons.birthDate')}</th>
            <th scope="col">{t('persons.gender')}</th>
            <th scope="col">{t('persons.insz')}</th>
            <th scope="col">{t('persons.register')}</th>
            <th scope="col">{t('persons.act')}</th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person.insz}>
              <td>{person.lastName}</td>
              <td>{person.givenName}</td>
              <td className="number">
                {person.birthDate === null ? t('persons.unknownDate') : writeIncompleteDate(person.birthDate)}
              </td>
              <td>{t(`persons.genders.${genderOf(person)}`)}</td>
              <td className="number">{formats.insz(person.insz)}</td>
              <td>{person.register === null ? '–' : t(`persons.registers.${person.register}`)}</td>
              <td className="fixed">
                <Button
                  small
                  label={t('search.takeOf', { name: `${person.givenName ?? ''} ${person.lastName}`.trim() })}
                  onPress={() => take(person)}
                >
                  {t('search.take')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const genderOf = ({ genderCode }: CbssPerson): 0 | 1 | 2 =>
  genderCode === 1 || genderCode === 2 ? genderCode : 0;
