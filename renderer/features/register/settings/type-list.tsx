// The dossier types that are defined: as what a person may be known. What is not in use takes no new lines; old ones stay.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterType } from '../../../../preload/contract/register-values.ts';
import { useAct, useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Loading } from '../../../ui/states.tsx';
import { useTypeName } from '../register-words.ts';
import { TypeDialog } from './type-dialog.tsx';

export function TypeList() {
  const { t } = useTranslation('register');
  const types = useCall('register.types', {});
  const save = useAct('register.saveType');
  const typeName = useTypeName();
  const [open, setOpen] = useState<RegisterType | 'new' | null>(null);
  const turn = ({ code, name, inscriptionContext, qualityCode, active, revision }: RegisterType) =>
    save.run({ code, name, inscriptionContext, qualityCode, active: !active, expectedRevision: revision });
  if (types.data === undefined)
    return (
      <Sheet title={t('types.title')} stacked>
        {types.error === null ? <Loading lines={4} /> : <ErrorState failure={types.error} />}
      </Sheet>
    );
  return (
    <Sheet title={t('types.title')} stacked>
      <p>{t('types.what')}</p>
      <FailureNote failure={save.failure} />
      <ul className="record-list">
        {types.data.rows.map((type) => (
          <li key={type.code}>
            <span className="record-title">{typeName(type.code)}</span>
            <span className="quiet-text">
              {type.inscriptionContext === null
                ? t('types.asQuality', { code: String(type.qualityCode) })
                : t('types.asContext', { name: type.inscriptionContext })}
            </span>
            <Chip icon={type.active ? 'check' : 'pause'}>
              {t(type.active ? 'types.active' : 'types.inactive')}
            </Chip>
            <span className="row-of">
              <Button small onPress={() => setOpen(type)}>
                {t('types.change')}
                <span className="only-read-aloud">: {typeName(type.code)}</span>
              </Button>
              <Button small busy={save.busy} onPress={() => void turn(type)}>
                {t(type.active ? 'types.stop' : 'types.use')}
                <span className="only-read-aloud">: {typeName(type.code)}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className="row-of">
        <Button small icon="plus" onPress={() => setOpen('new')}>
          {t('types.add')}
        </Button>
      </div>
      {open !== null && <TypeDialog type={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Sheet>
  );
}
