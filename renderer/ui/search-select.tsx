// One of very many, sought by typing: an editable combobox with a list of what matches, as the ARIA practices draw it.
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldWords, FormField, useFieldWiring } from './field.tsx';
import { Icon } from './icon.tsx';
import { stepOf } from './search-keys.ts';

export type SearchOption = { id: string; name: string; more?: string };

type SearchSelectProps = FieldWords & {
  chosen: SearchOption | null;
  /** What matches the words that are sought, and how many there are in all. */
  options: readonly SearchOption[];
  total: number;
  /** The options are still those of earlier words. */
  late: boolean;
  onSeek: (text: string) => void;
  onChoose: (option: SearchOption | null) => void;
};

export function SearchSelect(props: SearchSelectProps) {
  const { chosen, options, total, late, onSeek, onChoose } = props;
  const { t } = useTranslation('lists');
  const wiring = useFieldWiring(props);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // Null: nothing is being typed, and the field shows what is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  // What was meant before what matches was there: Enter, or going on to the next field. It is done as soon as it is there.
  const [meant, setMeant] = useState<'choose' | 'leave' | null>(null);
  const active = open && !late ? options[Math.min(at, options.length - 1)] : undefined;
  const optionId = (option: SearchOption): string => `${wiring.id}-option-${option.id}`;

  useLayoutEffect(() => {
    // The field is what the list is anchored to.
    if (open && input.current !== null) list.current?.showPopover({ source: input.current });
    else list.current?.hidePopover();
  }, [open]);
  const activeId = active === undefined ? undefined : optionId(active);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const show = (): void => {
    if (open) return;
    setOpen(true);
    setAt(options.findIndex(({ id }) => id === chosen?.id));
  };
  const close = (): void => {
    setOpen(false);
    setTyped(null);
    setAt(-1);
    setMeant(null);
    onSeek('');
  };
  const choose = (option: SearchOption | null): void => {
    if (option?.id !== chosen?.id) onChoose(option);
    close();
  };
  /** What was typed to the end counts, an empty field too; half a word does not choose for anybody. */
  const leave = (): void => {
    const words = typed?.trim().toLowerCase();
    const same = options.filter(({ name }) => name.toLowerCase() === words);
    if (words === '') choose(null);
    else if (late && words !== undefined) {
      setOpen(false);
      setMeant(meant ?? 'leave');
    } else if (same[0] !== undefined && same.length === 1) choose(same[0]);
    else close();
  };
  // Somebody quick need not wait for the list: the last words typed decide.
  useEffect(() => {
    if (late || meant === null) return;
    const first = options[Math.min(Math.max(at, 0), options.length - 1)];
    if (meant === 'choose' && first !== undefined) choose(first);
    else if (meant === 'choose' && document.activeElement === input.current) setMeant(null);
    else leave();
  });
  const onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event, { open, at, size: options.length, typing: typed !== null });
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (step.kind === 'close') close();
    else if (step.kind === 'choose') {
      if (active !== undefined) choose(active);
      else if (late) setMeant('choose');
    } else {
      show();
      if (step.to !== undefined) setAt(step.to);
    }
  };
  return (
    <FormField words={props}>
      <div className="search-select">
        <input
          {...wiring}
          ref={input}
          className="input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${wiring.id}-list`}
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          placeholder={t('seek.type')}
          value={typed ?? chosen?.name ?? ''}
          onChange={({ target: { value } }) => {
            setOpen(true);
            setTyped(value);
            setMeant(null);
            setAt(value.trim() === '' ? -1 : 0);
            onSeek(value);
          }}
          onFocus={(event) => event.target.select()}
          onClick={show}
          onKeyDown={onKey}
          onBlur={leave}
        />
        <Icon name="down" />
        <div ref={list} popover="manual" className="search-list">
          {open && (
            <div id={`${wiring.id}-list`} role="listbox" aria-label={props.label}>
              {options.map((option) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus
                <div
                  key={option.id}
                  id={optionId(option)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option.id === chosen?.id}
                  className={option === active ? 'active' : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  <span>{option.name}</span>
                  {option.more !== undefined && <span className="number quiet-text">{option.more}</span>}
                </div>
              ))}
            </div>
          )}
          {open && !late && total === 0 && <p>{t('seek.none')}</p>}
          {open && total > options.length && <p>{t('seek.more', { shown: options.length, total })}</p>}
        </div>
        <span role="status" className="only-read-aloud">
          {open && !late && t('seek.found', { count: total })}
        </span>
      </div>
    </FormField>
  );
}
