// One person of the register: the lines on a time axis, the numbers, what an authentic source says, and what was done.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { WithPanel } from '../../../ui/sheet.tsx';
import { Loading } from '../../../ui/states.tsx';
import { startChange } from '../change/change-start.ts';
import { ActsSheet } from './acts-sheet.tsx';
import { IdentitySheet } from './identity-sheet.tsx';
import { LinesSheet } from './lines-sheet.tsx';
import { LinksSheet } from './links-sheet.tsx';
import { NumbersSheet } from './numbers-sheet.tsx';
import { SourceSheet } from './source-sheet.tsx';

export type RegisterPerson = CallOutput<'register.person'>;

export default function PersonPage() {
  const { t } = useTranslation('register');
  const { personId = '' } = useParams();
  const person = useCall('register.person', { personId });
  // Gone: joined with another or erased. What is still at hand would say what is no longer true.
  if (person.data !== undefined && person.error?.code !== 'notFound')
    return <Person key={personId} person={person.data} />;
  return (
    <Page title={t('person.title')}>
      {person.error === null ? (
        <Loading lines={6} />
      ) : (
        <ErrorState failure={person.error} onAgain={() => void person.refetch()} />
      )}
    </Page>
  );
}

function Person({ person }: { person: RegisterPerson }) {
  const { t } = useTranslation('register');
  const formats = useFormats();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<number | null>(null);
  const name = `${person.givenName} ${person.familyName}`.trim();
  const line = chosen === null ? undefined : person.lines[chosen];
  return (
    <Page
      title={name === '' ? t('person.nameless') : name}
      lead={<span className="number">{formats.insz(person.insz)}</span>}
      reading
      acts={
        <>
          <LinkButton to="/register" icon="back">
            {t('title')}
          </LinkButton>
          <Button
            primary
            icon="plus"
            onPress={() => {
              startChange({
                insz: person.insz,
                ...(line === undefined ? {} : { employerId: line.employerId, dossierType: line.dossierType }),
              });
              go('/register/insert');
            }}
          >
            {t('person.add')}
          </Button>
        </>
      }
    >
      <WithPanel
        label={t('person.panel')}
        panel={
          <>
            <NumbersSheet person={person} />
            <IdentitySheet person={person} />
            <SourceSheet person={person} />
            <LinksSheet person={person} />
          </>
        }
      >
        <div className="register-sheets">
          <LinesSheet person={person} chosen={chosen} onChoose={setChosen} />
          <ActsSheet personId={person.personId} />
        </div>
      </WithPanel>
    </Page>
  );
}
