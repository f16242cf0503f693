// Beside what is sent or looked up for a client: the line of the person register that allows it, or that there is none and how to add it.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AllowingPurpose } from '../../../../preload/contract/register-numbers.ts';
import { useCall } from '../../../calls.ts';
import { LinkButton, TextLink } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { startChange } from '../change/change-start.ts';
import { useLineWords } from '../drawing/line-words.ts';
import { useTypeName } from '../register-words.ts';

type AllowedLineProps = {
  purpose: AllowingPurpose;
  employerId: string;
  /** The days concerned; absent: today. */
  from?: string;
  to?: string;
  /** `ahead`: it is still to leave. `done`: it left. `approval`: an approval that is waited for makes the line. */
  when: 'ahead' | 'done' | 'approval';
} & ({ insz: string } | { workerId: string });

/** Draws nothing until it is known: its words are fetched with it, and the page stays where it is. */
export function AllowedLine(props: AllowedLineProps) {
  return (
    <Suspense fallback={null}>
      <Shown {...props} />
    </Suspense>
  );
}

function Shown({ when, ...asked }: AllowedLineProps) {
  const { t } = useTranslation('register');
  const words = useLineWords();
  const typeName = useTypeName();
  const { data } = useCall('register.allowing', asked);
  if (data === undefined) return null;
  const { line, person, mode, dossierType } = data;
  if (line !== null) {
    const said = t('allowing.line', { type: typeName(line.type), period: words.period(line) });
    return (
      <p className="quiet-text">
        {t('allowing.by')}{' '}
        {person === null ? said : <TextLink to={`/register/${person.id}`}>{said}</TextLink>}
      </p>
    );
  }
  if (when === 'approval') return <p className="quiet-text">{t('allowing.approvalMakes')}</p>;
  const insz = person?.insz ?? ('insz' in asked ? asked.insz : undefined);
  const begin = asked.from === undefined ? {} : { period: { begin: asked.from, end: null } };
  return (
    <Note tone="warn">
      <p>
        <strong>{t('allowing.none')}</strong> {when === 'ahead' && t(`allowing.ahead.${mode}`)}
      </p>
      <p>
        <LinkButton
          small
          icon="plus"
          to="/register/insert"
          onFollow={() =>
            startChange({
              ...{ employerId: asked.employerId, dossierType, ...begin },
              ...(insz === undefined ? {} : { insz }),
            })
          }
        >
          {t('allowing.insert')}
        </LinkButton>
      </p>
    </Note>
  );
}
