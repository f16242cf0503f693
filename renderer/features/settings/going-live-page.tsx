// Going live: official addresses, scopes, templates and issuers per environment, each with how certain it is.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../../app-state.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AddressCheck } from './address-check.tsx';
import { FactsForm } from './facts-form.tsx';
import { LiabilityNotice, useLiabilityNeeded } from './liability.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

export default function GoingLivePage() {
  const { t } = useTranslation(['going-live', 'shell']);
  const { environment, environments } = useAppState();
  const real = environments.filter(({ kind }) => kind !== 'practice');
  const practising = environment.kind === 'practice';
  const noticeFirst = useLiabilityNeeded(!practising);
  // Once asked here it stays, so that who accepts it also reads that it was.
  const wasAsked = useRef(false);
  wasAsked.current ||= noticeFirst;
  const [name, setName] = useState(practising ? (real.at(-1)?.name ?? '') : environment.name);
  const label = (one: (typeof real)[number]): string => {
    const kind = t(`shell:environments.${one.kind}`);
    return one.name === one.kind ? kind : `${kind} (${one.name})`;
  };
  return (
    <Page title={t('title')} lead={t('lead')} reading>
      <SettingsTabs />
      {practising && <Note>{t('practice')}</Note>}
      {(environment.kind === 'production' || wasAsked.current) && (
        <Sheet title={t('liability.title')}>
          <LiabilityNotice />
        </Sheet>
      )}
      <Sheet label={t('environment')}>
        <SelectField
          name="environment"
          label={t('environment')}
          value={name}
          choices={real.map((one) => ({ value: one.name, label: label(one) }))}
          onChange={(event) => setName(event.target.value)}
        />
      </Sheet>
      {name !== '' && (
        <>
          <FactsForm key={name} environment={name} />
          <AddressCheck key={`check ${name}`} environment={name} />
        </>
      )}
    </Page>
  );
}
