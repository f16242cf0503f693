// Which environment: going to another one is an explicit act. The addresses in use, each with how certain it is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../../preload/contract/app.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AddressList } from './address-list.tsx';
import { ApprovalSetting } from './approval-setting.tsx';
import { SettingsTabs } from './settings-tabs.tsx';

type Environment = AppState['environment'];

export default function EnvironmentPage() {
  const { t } = useTranslation(['settings', 'shell']);
  const { environment, environments } = useAppState();
  const choose = useAct('settings.chooseEnvironment');
  const [asked, setAsked] = useState<Environment | null>(null);
  const nameOf = (one: Environment): string => {
    const kind = t(`shell:environments.${one.kind}`);
    return one.name === one.kind ? kind : `${kind} (${one.name})`;
  };
  const go = async (): Promise<void> => {
    if (asked === null) return;
    await choose.run({ name: asked.name, confirmed: true });
    setAsked(null);
  };
  return (
    <Page title={t('title')} lead={t('environment.lead')} reading>
      <SettingsTabs />
      <FailureNote failure={choose.failure} />
      <Sheet title={t('environment.title')} flush>
        <ul>
          {environments.map((one) => (
            <li key={one.name} className="task choice-line">
              {one.name === environment.name ? (
                <Chip tone="ok">{t('environment.current')}</Chip>
              ) : (
                <span className={`band-mark ${one.kind}`} aria-hidden="true" />
              )}
              <div>
                <div className="what">{nameOf(one)}</div>
                <div className="who">{t(`environment.about.${one.kind}`)}</div>
              </div>
              <div className="do">
                {one.name !== environment.name && (
                  <Button small onPress={() => setAsked(one)}>
                    {t('environment.choose', { name: nameOf(one) })}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
      <ApprovalSetting />
      <AddressList environment={environment.name} />
      <ConfirmDialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t('environment.confirmTitle', { name: asked === null ? '' : nameOf(asked) })}
        act={t('environment.choose', { name: asked === null ? '' : nameOf(asked) })}
        busy={choose.busy}
        onAct={() => void go()}
      >
        <p>{t('environment.confirm')}</p>
        {asked?.kind === 'production' && <Note tone="warn">{t('environment.confirmProduction')}</Note>}
      </ConfirmDialog>
    </Page>
  );
}
