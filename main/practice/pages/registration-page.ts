// Registering on the portal: the accesses are kept in one's own hands or given to another enterprise.
import type { Refusal } from '../portal/refusal.ts';
import { register } from '../portal/registration.ts';
import { choiceField, postForm, textField } from './controls.ts';
import { type At, doneThen, withKnown } from './gate.ts';
import { html, linkTo } from './html.ts';
import { show } from './layout.ts';
import type { PageReply, PageRequest, Routes } from './page.ts';

const registrationPage = (request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t, form } = request;
  const { enterprise, number } = at;
  const choices = ['kept', 'outsourced'].map((value) => ({
    value,
    label: t(`register.${value}`),
    hint: t(`register.${value}What`),
  }));
  const number2 = {
    id: 'outsourcedTo',
    label: t('register.outsourcedTo'),
    hint: t('register.outsourcedToHint'),
    value: form.text('outsourcedTo'),
  };
  const email = {
    id: 'email',
    label: t('register.email'),
    hint: t('register.emailHint'),
    value: form.text('email'),
  };
  return show(request, {
    title: t('register.title'),
    enterprise,
    refusal,
    body: html`<p>${t('register.what', { name: enterprise.name })}</p>${postForm(request, {
      action: '/register',
      hidden: { enterprise: number },
      fields: [
        choiceField(
          t,
          'radio',
          { id: 'access', label: t('register.access') },
          choices,
          form.all('access'),
          refusal,
        ),
        textField(t, number2, refusal),
        textField(t, email, refusal, { type: 'email', autocomplete: 'email' }),
      ],
      submit: t('form.confirm'),
      cancel: { href: linkTo('/overview', { enterprise: number }), label: t('form.cancel') },
    })}`,
  });
};

export const registrationRoutes: Routes = {
  'GET /register': withKnown((parts, request, at) => {
    const there = parts.access.registration(at.number) !== undefined;
    return registrationPage(request, at, there ? { refused: [{ code: 'alreadyRegistered' }] } : undefined);
  }),
  'POST /register': withKnown((parts, request, at) => {
    const { form, person } = request;
    if (person === undefined) return { redirect: '/login' };
    const outcome = register(parts, person, at.number, {
      access: form.text('access'),
      outsourcedTo: form.text('outsourcedTo'),
      email: form.text('email'),
    });
    if (!('done' in outcome)) return registrationPage(request, at, outcome);
    const key = outcome.done.outsourcedTo === null ? 'register.doneKept' : 'register.doneOutsourced';
    return doneThen(request, linkTo('/overview', { enterprise: at.number }), key);
  }),
};
