// The line at hand: for whom, as what, since when, who checked it, why somebody must look, and the ways on.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { RegisterLine } from '../../../../preload/contract/register-values.ts';
import { Button } from '../../../ui/button.tsx';
import { Note } from '../../../ui/note.tsx';
import { startChange } from '../change/change-start.ts';
import { useLineWords } from '../drawing/line-words.ts';
import { useTypeName } from '../register-words.ts';
import type { RegisterPerson } from './person-page.tsx';

export function ChosenLine({ person, line }: { person: RegisterPerson; line: RegisterLine | undefined }) {
  const { t } = useTranslation('register');
  const [, go] = useLocation();
  const words = useLineWords();
  const typeName = useTypeName();
  if (line === undefined) return <p className="chosen-line quiet-text">{t('chosen.none')}</p>;
  const open = (place: string): void => {
    const { employerId, dossierType, period } = line;
    startChange({ insz: person.insz, employerId, dossierType, period });
    go(place);
  };
  return (
    <div className="chosen-line">
      <p role="status">
        <b>{line.employerName}</b>, {typeName(line.dossierType)}, {words.period(line.period)}.{' '}
        <span className="quiet-text">{t(`verified.${line.verifiedBy}`)}</span>
      </p>
      {line.review !== null && (
        <Note tone="warn">
          <p>{t(`review.why.${line.review}`)}</p>
        </Note>
      )}
      <div className="row-of">
        <Button small icon="draft" onPress={() => open('/register/insert')}>
          {t('chosen.extend')}
        </Button>
        <Button small icon="trash" onPress={() => open('/register/delete')}>
          {t('chosen.takeAway')}
        </Button>
      </div>
    </div>
  );
}
