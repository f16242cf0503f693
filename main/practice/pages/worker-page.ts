// The worker's own page behind the code on a poster: number typed, in or out, and the time as the service has it.

import { type Refusal, refuse } from '../portal/refusal.ts';
import { employersToday, readReference, registerByPhone } from '../presence/by-phone.ts';
import { choiceField, postForm, selectField, textField } from './controls.ts';
import { type Html, html, linkTo } from './html.ts';
import { show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes } from './page.ts';

/** Where a code leads; open to windows that hold no key, as a phone holds none. */
export const WORKER_PATH = '/registration';

const clock = (language: string, moment: number): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Brussels',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(moment);

const siteOf = (parts: PageParts, request: PageRequest, reference: string): Html => {
  const declaration = parts.presence.works.find(reference);
  if (declaration === undefined) return html`<p>${request.t('worker.siteUnknown', { reference })}</p>`;
  const { streetName, houseNumber, postCode, municipalityName } = declaration.address;
  return html`<p><strong>${streetName} ${houseNumber}, ${postCode} ${municipalityName}</strong><br>${request.t('worker.declaration', { reference })}</p>`;
};

const askNumber = (request: PageRequest, refusal?: Refusal): PageReply => {
  const { t } = request;
  return show(request, {
    title: t('worker.title'),
    refusal,
    body: html`<p>${t('worker.numberWhat')}</p><form method="get" action="${WORKER_PATH}" novalidate>${textField(
      t,
      {
        id: 'workplace',
        label: t('worker.number'),
        hint: t('worker.numberHint'),
        value: given(request, 'workplace'),
      },
      refusal,
    )}<div class="acts"><button type="submit">${t('form.next')}</button></div></form>`,
  });
};

const askWorker = (
  parts: PageParts,
  request: PageRequest,
  reference: string,
  refusal?: Refusal,
): PageReply => {
  const { t, form } = request;
  const directions = [
    { value: 'IN', label: t('worker.in') },
    { value: 'OUT', label: t('worker.out') },
  ];
  // Only somebody who just typed a number is asked for whom: the page lists nobody's employers by itself.
  const asksEmployer = refusal?.refused[0].code === 'employerMissing';
  const employers = asksEmployer
    ? employersToday(parts.presence, form.text('insz').replace(/[\s.-]/g, ''), reference)
    : [];
  const choices = employers.map((number) => ({
    value: number,
    label: parts.world.employer(number)?.name ?? number,
  }));
  const fields = html`${textField(
    t,
    { id: 'insz', label: t('worker.insz'), hint: t('worker.inszHint'), value: form.text('insz') },
    refusal,
  )}${
    asksEmployer &&
    selectField(
      t,
      { id: 'employer', label: t('worker.employer') },
      [{ value: '', label: t('worker.choose') }, ...choices],
      refusal,
    )
  }${choiceField(t, 'radio', { id: 'type', label: t('worker.direction') }, directions, [form.text('type')], refusal)}`;
  return show(request, {
    title: t('worker.title'),
    refusal,
    body: html`${siteOf(parts, request, reference)}${postForm(request, {
      action: WORKER_PATH,
      hidden: { workplace: reference },
      fields,
      submit: t('worker.register'),
    })}<p class="hint">${t('worker.practiceOnly')}</p>`,
  });
};

export const workerRoutes: Routes = {
  [`GET ${WORKER_PATH}`]: (parts, request) => {
    const asked = given(request, 'workplace');
    const reference = readReference(asked);
    if (reference !== undefined) return askWorker(parts, request, reference);
    return askNumber(
      request,
      asked === '' ? undefined : refuse('worksReferenceWrong', { field: 'workplace' }),
    );
  },
  [`POST ${WORKER_PATH}`]: (parts, request) => {
    const { form } = request;
    const outcome = registerByPhone(parts.presence, {
      reference: form.text('workplace'),
      insz: form.text('insz'),
      employer: form.text('employer'),
      type: form.text('type'),
    });
    if (!('done' in outcome)) {
      const reference = readReference(form.text('workplace'));
      return reference === undefined
        ? askNumber(request, outcome)
        : askWorker(parts, request, reference, outcome);
    }
    const { reference, type, registeredAt } = outcome.done;
    // Nothing of the last worker stays on the page but that it went well, and when.
    request.session.notice = {
      key: type === 'IN' ? 'worker.doneIn' : 'worker.doneOut',
      params: { time: clock(request.session.language, registeredAt) },
    };
    return { redirect: linkTo(WORKER_PATH, { workplace: reference }) };
  },
};
