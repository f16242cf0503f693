// The numbers that a person has and had, in the order in which one took the place of the other.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { chainOf } from './number-chain.ts';
import type { RegisterPerson } from './person-page.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';

export function NumbersSheet({ person }: { person: RegisterPerson }) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const chain = chainOf(person.numbers, person.insz);
  const cancelled = chain.find(({ insz, cancelledOn }) => insz === person.insz && cancelledOn !== null);
  return (
    <Sheet title={t('numbers.title')} aside={t('numbers.count', { count: chain.length })} stacked>
      <ol className="number-chain">
        {chain.map(({ insz, knownFrom, replacedBy, replacedOn, cancelledOn }) => (
          <li key={insz} className={insz === person.insz ? 'present' : undefined}>
            <Icon name={insz === person.insz ? (cancelledOn === null ? 'check-ring' : 'warn') : 'down'} />
            <span>
              <span className="number">{formats.insz(insz)}</span>
              <small>
                {insz === person.insz
                  ? t('numbers.present')
                  : replacedBy === null
                    ? t('numbers.earlier')
                    : replacedOn === null
                      ? t('numbers.replaced', { insz: formats.insz(replacedBy) })
                      : t('numbers.replacedOn', {
                          insz: formats.insz(replacedBy),
                          day: formats.day(replacedOn, 'medium'),
                        })}{' '}
                {t('numbers.knownFrom', { day: formats.day(knownFrom.slice(0, 10), 'medium') })}
                {cancelledOn !== null &&
                  ` ${t('numbers.cancelled', { day: formats.day(cancelledOn, 'medium') })}`}
              </small>
            </span>
          </li>
        ))}
      </ol>
      <div className="row-of">
        <Button small onPress={() => setOpen(true)}>
          {t('replace.open')}
        </Button>
      </div>
      {open && <ReplaceDialog insz={person.insz} personId={person.personId} onClose={() => setOpen(false)} />}
      {cancelled !== undefined && <Note tone="warn">{t('numbers.cancelledWhat')}</Note>}
    </Sheet>
  );
}
