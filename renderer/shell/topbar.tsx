// Above every page: the employer in hand, the way to find anything, and whether the services can be asked.
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-state.ts';
import { Icon } from '../ui/icon.tsx';
import { EmployerChooser } from './employer-chooser.tsx';

export function Topbar({ onFind }: { onFind: () => void }) {
  const { t } = useTranslation('shell');
  const { online } = useAppState();
  const offline = online === 'offline';
  return (
    <div className="topbar">
      <EmployerChooser />
      <button className="find at-end" type="button" onClick={onFind} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span>{t('find.button')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className={offline ? 'online off' : 'online'} role="status">
        <Icon name={offline ? 'offline' : 'online'} />
        {t(offline ? 'offline' : 'online')}
      </span>
    </div>
  );
}
