// The list of keys, under `?`.
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.tsx';
import { allRooms } from './rooms.ts';

export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const keys: { keys: string[]; what: string }[] = [
    { keys: ['Ctrl', 'K'], what: t('keys.find') },
    { keys: ['?'], what: t('keys.help') },
    ...allRooms.map((room) => ({
      keys: ['g', room.key],
      what: t('keys.room', { room: t(`nav.${room.id}`) }),
    })),
    { keys: ['↑', '↓', '←', '→'], what: t('keys.move') },
    { keys: [t('keys.space')], what: t('keys.choose') },
    { keys: ['Shift', t('keys.space')], what: t('keys.range') },
    { keys: ['Ctrl', 'A'], what: t('keys.all') },
    { keys: ['Ctrl', 'C'], what: t('keys.copy') },
    { keys: ['Ctrl', 'D'], what: t('keys.fill') },
    { keys: ['Enter'], what: t('keys.open') },
    { keys: ['↑', '↓', '←', '→'], what: t('keys.boardMove') },
    { keys: ['R'], what: t('keys.boardRead') },
    { keys: ['W'], what: t('keys.boardWithdraw') },
    { keys: ['/'], what: t('keys.boardSeek') },
    { keys: ['Esc'], what: t('keys.close') },
  ];
  return (
    <Dialog open onClose={onClose} title={t('keys.title')}>
      <dl className="keys">
        {keys.map((line) => (
          <div key={line.what}>
            <dt>
              {line.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{line.what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
