// Chooses one or many workers from a list that is searched by name, number or employer.
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useTranslation } from 'react-i18next';
import { useEmployerId } from '../../app-state.ts';
import { useCall } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Tag } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { FormField, useFieldWiring } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';

const listed = 100;

type WorkerPickerProps = {
  chosen: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
};

export function WorkerPicker({ chosen, onChange, error }: WorkerPickerProps) {
  const { t } = useTranslation('training');
  const formats = useFormats();
  const employerId = useEmployerId();
  const [text, setText] = useState('');
  const found = useCall(
    'worker.list',
    { employerId, text: text.trim(), pageSize: listed },
    { keepPrevious: true },
  );
  const words = { name: 'workers', label: t('newPage.who'), hint: t('newPage.search'), error };
  const wiring = useFieldWiring(words);
  const rows = found.data?.rows ?? [];
  const more = (found.data?.total ?? 0) - rows.length;
  const here = new Set(rows.map((row) => row.id));
  return (
    <>
      <FormField words={words}>
        <input
          {...wiring}
          type="search"
          className="input"
          autoComplete="off"
          maxLength={120}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </FormField>
      <FailureNote failure={found.error} />
      <ListBox
        className="menu worker-list"
        aria-label={t('newPage.list')}
        items={rows}
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          if (keys === 'all') return onChange([...new Set([...chosen, ...here])]);
          const hidden = chosen.filter((id) => !here.has(id));
          return onChange([...new Set([...hidden, ...[...keys].map(String)])]);
        }}
        renderEmptyState={() => <p className="menu-empty">{t('empty.filteredWhat')}</p>}
      >
        {(worker) => (
          <ListBoxItem
            id={worker.id}
            className="menu-item"
            textValue={`${worker.familyName}, ${worker.givenName}`}
          >
            {({ isSelected }) => (
              <>
                <span className="tick">{isSelected && <Icon name="check" />}</span>
                <span className="menu-words">
                  {[worker.familyName, worker.givenName].filter(Boolean).join(', ')}
                  {employerId === null && <span className="faint-text"> {worker.employerName}</span>}
                </span>
                <span className="number quiet-text">{formats.insz(worker.insz)}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {more > 0 && <p className="hint">{t('newPage.more', { count: more })}</p>}
      {chosen.length > 0 && (
        <div className="row-of" aria-live="polite">
          <strong>{t('chosen', { count: chosen.length })}</strong>
          {chosen.slice(0, 12).map((id) => (
            <ChosenWorker key={id} id={id} onRemove={() => onChange(chosen.filter((one) => one !== id))} />
          ))}
        </div>
      )}
    </>
  );
}

function ChosenWorker({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation('training');
  const worker = useCall('worker.get', { id }).data;
  if (worker === undefined) return null;
  const name = `${worker.givenName} ${worker.familyName}`.trim();
  return (
    <Tag removeLabel={`${t('bulk.remove')}: ${name}`} onRemove={onRemove}>
      {name}
    </Tag>
  );
}
