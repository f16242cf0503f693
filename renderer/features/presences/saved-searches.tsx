// Searches kept under a name: used again, kept, replaced, renamed and removed, with a way back.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PresenceSearch, SavedFilter } from '../../../preload/contract/presence-search.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';

type SavedProps = { search: PresenceSearch; onSearch: (search: PresenceSearch) => void };

const same = (one: PresenceSearch, other: PresenceSearch): boolean =>
  Object.entries(one).every(([name, value]) => other[name as keyof PresenceSearch] === value);

export function SavedSearches({ search, onSearch }: SavedProps) {
  const { t } = useTranslation('presence-search');
  const toast = useToast();
  const rows = useCall('presenceFilter.list', {}).data?.rows ?? [];
  const [usedId, setUsedId] = useState('');
  const [naming, setNaming] = useState<SavedFilter | 'new' | null>(null);
  const update = useAct('presenceFilter.update');
  const remove = useAct('presenceFilter.remove');
  const restore = useAct('presenceFilter.restore');
  const used = rows.find(({ id }) => id === usedId) ?? rows.find((row) => same(row.search, search)) ?? null;
  const replace = async ({ id, name, revision }: SavedFilter): Promise<void> => {
    const done = await update.run({ id, name, expectedRevision: revision, search });
    if (done.ok) toast({ text: t('kept.replaced', { name }) });
  };
  const takeAway = async ({ id, name }: SavedFilter): Promise<void> => {
    const done = await remove.run({ id });
    if (!done.ok) return;
    setUsedId('');
    toast({
      text: t('kept.removed', { name }),
      act: { label: t('kept.undo'), onAct: () => void restore.run({ id }) },
    });
  };
  return (
    <>
      {rows.length > 0 && (
        <SelectField
          name="kept"
          label={t('kept.label')}
          choices={[
            { value: '', label: t('kept.choose') },
            ...rows.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={used?.id ?? ''}
          onChange={(event) => {
            const chosen = rows.find(({ id }) => id === event.target.value);
            setUsedId(chosen?.id ?? '');
            if (chosen !== undefined) onSearch(chosen.search);
          }}
        />
      )}
      <div className="row-of">
        {(used === null || !same(used.search, search)) && (
          <Button onPress={() => setNaming('new')}>{t('kept.save')}</Button>
        )}
        {used !== null && (
          <Menu
            label={t('kept.manage')}
            icon="more"
            iconOnly
            small={false}
            acts={[
              ...(same(used.search, search)
                ? []
                : [
                    {
                      id: 'replace',
                      label: t('kept.replace', { name: used.name }),
                      onAct: () => void replace(used),
                    },
                  ]),
              { id: 'rename', label: t('kept.rename'), onAct: () => setNaming(used) },
              {
                id: 'remove',
                label: t('kept.remove', { name: used.name }),
                icon: 'trash' as const,
                onAct: () => void takeAway(used),
              },
            ]}
          />
        )}
      </div>
      <FailureNote failure={update.failure ?? remove.failure ?? restore.failure} />
      {naming !== null && (
        <NameDialog
          filter={naming === 'new' ? null : naming}
          search={search}
          onClose={() => setNaming(null)}
          onKept={setUsedId}
        />
      )}
    </>
  );
}

type NameDialogProps = {
  /** Null: a new one. */
  filter: SavedFilter | null;
  search: PresenceSearch;
  onClose: () => void;
  onKept: (id: string) => void;
};

function NameDialog({ filter, search, onClose, onKept }: NameDialogProps) {
  const { t } = useTranslation('presence-search');
  const shell = useTranslation('shell');
  const toast = useToast();
  const [name, setName] = useState(filter?.name ?? '');
  const [tried, setTried] = useState(false);
  const add = useAct('presenceFilter.add');
  const update = useAct('presenceFilter.update');
  const failure = add.failure ?? update.failure;
  const taken = failure?.code === 'alreadyExists';
  const keep = async (): Promise<void> => {
    setTried(true);
    const given = name.trim();
    if (given === '') return;
    if (filter === null) {
      const added = await add.run({ name: given, search });
      if (!added.ok) return;
      onKept(added.value.id);
    } else {
      const { id, revision } = filter;
      const done = await update.run({
        ...{ id, name: given, expectedRevision: revision, search: filter.search },
      });
      if (!done.ok) return;
    }
    toast({ text: t('kept.saved', { name: given }) });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={filter === null ? t('kept.title') : t('kept.rename')}
      acts={
        <>
          <Button onPress={onClose}>{shell.t('notNow')}</Button>
          <Button primary busy={add.busy || update.busy} onPress={() => void keep()}>
            {t('kept.keep')}
          </Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          name="filterName"
          label={t('kept.name')}
          hint={t('kept.nameHint')}
          value={name}
          maxLength={80}
          error={
            tried && name.trim() === '' ? t('kept.nameMissing') : taken ? t('kept.nameTaken') : undefined
          }
          onChange={(event) => setName(event.target.value)}
        />
      </form>
      <FailureNote failure={taken ? null : failure} />
    </Dialog>
  );
}
