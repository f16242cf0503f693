// The lines that the authentic source has of a person, beside those that stand here for all clients together. Asked only when somebody asks.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct, useCall } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useLineWords } from '../drawing/line-words.ts';
import { RefusalNote } from '../refusal-note.tsx';
import { useTypeName, useWarningWords } from '../register-words.ts';
import type { RegisterPerson } from './person-page.tsx';

type Answer = CallOutput<'register.consultSource'>;

/** Nothing where no connector is on. */
export function SourceSheet({ person }: { person: RegisterPerson }) {
  const { t } = useTranslation('register');
  const profile = useCall('cbss.profile', {}).data;
  const consult = useAct('register.consultSource');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const employerId = person.lines[0]?.employerId;
  if (profile?.on !== true || employerId === undefined) return null;
  const ask = async (): Promise<void> => {
    const result = await consult.run({ employerId, insz: person.insz });
    setAnswer(result.ok ? result.value : null);
  };
  return (
    <Sheet title={t('source.title')} stacked>
      <p className="quiet-text">{t('source.what')}</p>
      <RefusalNote failure={consult.failure} />
      <div className="row-of">
        <Button small icon="again" busy={consult.busy} onPress={() => void ask()}>
          {t('source.ask')}
        </Button>
      </div>
      <div role="status">{answer !== null && <SourceLines answer={answer} />}</div>
    </Sheet>
  );
}

const tones = { both: 'ok', here: 'warn', there: 'warn' } as const;

function SourceLines({ answer }: { answer: Answer }) {
  const { t } = useTranslation('register');
  const words = useLineWords();
  const typeName = useTypeName();
  const warning = useWarningWords();
  return (
    <>
      {answer.warnings.map((one) => (
        <p key={one.code}>{warning(one)}</p>
      ))}
      {answer.lines.length === 0 ? (
        <p>{t('source.none')}</p>
      ) : (
        <ul className="record-list">
          {answer.lines.map(({ dossierType, period, stands }) => (
            <li key={`${dossierType} ${period.begin} ${stands}`}>
              <span className="record-title">{typeName(dossierType)}</span>
              <Chip tone={tones[stands]}>{t(`source.stands.${stands}`)}</Chip>
              <p>{words.period(period)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
