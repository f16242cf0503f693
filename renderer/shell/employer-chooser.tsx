// Which employer the pages are about: one, or all of them. The choice is kept.
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../app-state.ts';
import { useAct, useCall } from '../calls.ts';
import { useFormats } from '../i18n/formats.ts';
import { Icon } from '../ui/icon.tsx';

const everyone = 'all';

export function EmployerChooser() {
  const { t } = useTranslation('shell');
  const formats = useFormats();
  const { employerId, counts } = useAppState();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const update = useAct('settings.update');
  const chosen = useCall('employer.get', { id: employerId ?? '' }, { enabled: employerId !== null });
  const listed = useCall('employer.list', { text, pageSize: 50 }, { enabled: open, keepPrevious: true });
  const choose = (id: string): void => {
    setOpen(false);
    void update.run({ employerId: id === everyone ? null : id });
  };
  const one = employerId === null ? undefined : chosen.data;
  const items = [
    { id: everyone, name: t('employer.all'), number: '' },
    ...(listed.data?.rows ?? []).map((row) => ({
      id: row.id,
      name: row.name,
      number: formats.enterpriseNumber(row.enterpriseNumber),
    })),
  ];
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className="client">
        <Icon name="building" />
        <b>{one?.name ?? t('employer.all')}</b>
        <span className="quiet-text number">
          {one === undefined
            ? t('employer.files', { count: counts.employers })
            : formats.enterpriseNumber(one.enterpriseNumber)}
        </span>
        <span className="only-read-aloud">{t('employer.choose')}</span>
        <Icon name="down" />
      </AriaButton>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog className="popover-inside chooser" aria-label={t('employer.title')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label={t('employer.search')} autoFocus>
              <Input className="input small" placeholder={t('employer.search')} />
            </SearchField>
            <ListBox
              className="menu"
              aria-label={t('employer.title')}
              items={items}
              selectionMode="single"
              selectedKeys={[employerId ?? everyone]}
              disallowEmptySelection
              onSelectionChange={(keys) => {
                const id = keys === 'all' ? everyone : [...keys][0];
                if (id !== undefined) choose(String(id));
              }}
              renderEmptyState={() => <p className="menu-empty">{t('find.nothing')}</p>}
            >
              {(item) => (
                <ListBoxItem id={item.id} textValue={`${item.name} ${item.number}`} className="menu-item">
                  <span className="menu-words">{item.name}</span>
                  <span className="number quiet-text">{item.number}</span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
