// Something happens to a person at the registers: a new number, a cancelled one, another name, a death. What it leads to stands in
// the next file of a day.

import { cancelNumber, replaceNumber } from '../cbss/change-numbers.ts';
import { everybody } from '../cbss/directory.ts';
import { changeIdentity } from '../cbss/happen.ts';
import { today } from '../cbss/parts.ts';
import type { Refusal } from '../portal/refusal.ts';
import { type Outcome, refuse } from '../portal/refusal.ts';
import { inszIsValid } from '../world/check-digits.ts';
import { choiceField, postForm, selectField, textField } from './controls.ts';
import type { At } from './gate.ts';
import { type Html, html } from './html.ts';
import { formatSsin } from './layout.ts';
import type { PageParts, PageRequest } from './page.ts';

const EVENTS = ['replace', 'cancel', 'rename', 'decease'] as const;
type Event = (typeof EVENTS)[number];

/** Whom the enterprise has inscribed first, then everybody else whose number is in use. */
const peopleFor = ({ cbss }: PageParts, number: string) => {
  const known = new Set(cbss.inscriptions.ofOwner(number).map(({ ssin }) => ssin));
  return everybody(cbss)
    .filter(({ state }) => state === 'active')
    .map(({ ssin, lastName, givenNames }) => ({
      value: ssin,
      label: `${known.has(ssin) ? '• ' : ''}${lastName} ${givenNames[0] ?? ''} (${formatSsin(ssin)})`,
      rank: `${known.has(ssin) ? 0 : 1}${lastName}`,
    }))
    .sort((one, other) => one.rank.localeCompare(other.rank, 'nl-BE'));
};

export const eventForm = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): Html => {
  const { t, form } = request;
  const people = [{ value: '', label: t('registers.choose') }, ...peopleFor(parts, at.number)];
  const events = EVENTS.map((value) => ({ value, label: t(`registers.event.${value}`) }));
  const fields = html`${selectField(
    t,
    { id: 'who', label: t('registers.who'), hint: t('registers.whoHint'), value: form.text('who') },
    people,
    refusal,
  )}${choiceField(t, 'radio', { id: 'event', label: t('registers.happens') }, events, [form.text('event') || 'replace'], refusal)}${textField(
    t,
    {
      id: 'value',
      label: t('registers.value'),
      hint: t('registers.valueHint'),
      value: form.text('value'),
    },
    refusal,
  )}`;
  return html`<h2>${t('registers.eventTitle')}</h2>${postForm(request, {
    action: '/registers',
    hidden: { enterprise: at.number },
    fields,
    submit: t('registers.submit'),
  })}`;
};

const numberOf = (text: string): string => text.replace(/[\s.-]/g, '');

export const somethingHappens = (parts: PageParts, { form }: PageRequest): Outcome<Event> => {
  const { cbss } = parts;
  const ssin = form.text('who');
  const value = form.text('value').trim();
  const event = EVENTS.find((known) => known === form.text('event'));
  if (ssin === '') return refuse('registerPersonMissing', { field: 'who' });
  if (event === undefined) return refuse('registerEventMissing', { field: 'event' });
  const given = value === '' ? undefined : numberOf(value);
  if (event === 'replace' && given !== undefined && (given === ssin || !inszIsValid(given, today(cbss))))
    return refuse('registerNumberWrong', { field: 'value' });
  if (event === 'rename' && value === '') return refuse('registerNameMissing', { field: 'value' });
  const acts = {
    replace: () => replaceNumber(cbss, { ssin, newSsin: given }),
    cancel: () => cancelNumber(cbss, { ssin }),
    rename: () => changeIdentity(cbss, { ssin, type: 'NAME', person: { lastName: value } }),
    decease: () => changeIdentity(cbss, { ssin, type: 'DECEASE', person: { deceaseDate: today(cbss) } }),
  } as const;
  return 'done' in acts[event]() ? { done: event } : refuse('registerNumberNotInUse', { field: 'who' });
};
