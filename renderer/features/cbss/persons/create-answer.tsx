// What became of a number that was asked for: it was made, or persons who exist already stood in its way.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CbssAnswer } from '../../../../preload/contract/cbss-answer.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { startChange } from '../../register/change/change-start.ts';
import { Arrived } from '../arrived.tsx';
import { OutcomeView } from '../outcome-view.tsx';
import { PersonTable } from '../person-table.tsx';

export function CreateAnswer({ answer: { outcome, tries, milliseconds } }: { answer: CbssAnswer }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const [, go] = useLocation();
  const persons = outcome.layer === 'business' && outcome.value !== 'OK' ? outcome.persons : [];
  const made = outcome.layer === 'business' && outcome.value === 'OK' ? (outcome.number?.insz ?? null) : null;
  const title = made !== null ? t('create.made') : t(persons.length > 0 ? 'create.stopped' : 'answer.title');
  return (
    <Arrived label={title}>
      <Sheet title={title} stacked={persons.length === 0} flush={persons.length > 0}>
        {persons.length > 0 ? (
          <>
            <div className="sheet-body">
              <p>{t('create.stoppedWhat')}</p>
            </div>
            <PersonTable persons={persons} />
          </>
        ) : made !== null ? (
          <>
            <p>
              <b className="number">{formats.insz(made)}</b>
            </p>
            <div className="row-of">
              <Button
                next
                onPress={() => {
                  startChange({ insz: made });
                  go('/register/insert');
                }}
              >
                {t('search.take')}
              </Button>
            </div>
          </>
        ) : (
          <OutcomeView outcome={outcome} tries={tries} milliseconds={milliseconds} />
        )}
      </Sheet>
    </Arrived>
  );
}
