// A month to pick a day from; loaded only when somebody opens it. The button that opens it stays in the field, and gets the focus back.
import { parseDate } from '@internationalized/date';
import type { RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../i18n/languages.ts';
import { useToday } from '../legal-day.ts';
import { buttonClass } from './button.tsx';
import { Icon } from './icon.tsx';

type DayPickerProps = {
  label: string;
  value: string | null;
  opener: RefObject<HTMLButtonElement | null>;
  onPick: (day: string) => void;
  onClose: () => void;
};

export default function DayPicker({ label, value, opener, onPick, onClose }: DayPickerProps) {
  const { i18n } = useTranslation('shell');
  const today = useToday();
  return (
    <I18nProvider locale={localeOf(i18n.language)}>
      <Popover
        className="popover"
        placement="bottom end"
        offset={4}
        triggerRef={opener}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Dialog className="popover-inside" aria-label={label}>
          <Calendar
            aria-label={label}
            className="calendar"
            autoFocus
            defaultValue={value === null ? null : parseDate(value)}
            defaultFocusedValue={parseDate(value ?? today)}
            onChange={(day) => onPick(day.toString())}
          >
            <header className="calendar-head">
              <AriaButton slot="previous" className={buttonClass({ small: true, plain: true }, true)}>
                <Icon name="back" turns />
              </AriaButton>
              <Heading className="calendar-title" level={3} />
              <AriaButton slot="next" className={buttonClass({ small: true, plain: true }, true)}>
                <Icon name="next" turns />
              </AriaButton>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </I18nProvider>
  );
}
