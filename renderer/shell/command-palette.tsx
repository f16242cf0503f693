// Ctrl+K: any page, employer, worker or record. What is typed goes to main's search and nowhere else.
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { useCall } from '../calls.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { allRooms, innerPages } from './rooms.ts';

const kindIcons: Record<string, IconName> = {
  employer: 'building',
  worker: 'person',
  person: 'person',
  training: 'book',
  certificate: 'shield',
  account: 'link',
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `onGo` gets the place that was chosen, and closes it. */
export default function CommandPalette(props: { onClose: () => void; onGo: (place: string) => void }) {
  const { onClose, onGo } = props;
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const asked = text.trim();
  const found = useCall('app.find', { text: asked }, { enabled: asked.length > 1, keepPrevious: true });
  const rooms = allRooms.map((room) => ({ ...room, title: t(`nav.${room.id}`) }));
  // The pages inside the rooms come up when they are looked for; the list itself stays short.
  const inside = innerPages.map((page) => ({ ...page, title: t(`find.pages.${page.id}`) }));
  const pages = (asked === '' ? rooms : [...rooms, ...inside])
    .map(({ path, icon, title }) => ({ id: path, icon, title, subtitle: t('find.page') }))
    .filter((page) => plain(page.title).includes(plain(asked)));
  const records = (asked.length > 1 ? (found.data?.found ?? []) : []).map((record) => ({
    id: `${record.path}#${record.id}`,
    icon: kindIcons[record.kind] ?? 'file',
    title: record.title,
    subtitle: record.subtitle,
  }));
  const items = asked === '' ? pages : [...records, ...pages];
  return (
    <ModalOverlay
      className="dialog-veil shown top"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog palette">
        <Dialog className="dialog-inside" aria-label={t('find.title')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label={t('find.button')} autoFocus className="palette-field">
              <Icon name="search" />
              <Input className="palette-input" placeholder={t('find.button')} maxLength={120} />
            </SearchField>
            <Menu
              className="menu palette-list"
              aria-label={t('find.title')}
              items={items}
              onAction={(id) => onGo(String(id).split('#')[0] ?? '/')}
              renderEmptyState={() => <p className="menu-empty">{t('find.nothing')}</p>}
            >
              {(item) => (
                <MenuItem id={item.id} textValue={item.title} className="menu-item">
                  <Icon name={item.icon} />
                  <span className="menu-words">{item.title}</span>
                  <span className="quiet-text">{item.subtitle}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
