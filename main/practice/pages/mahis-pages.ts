// MAHIS: the mandates of an enterprise, proposing one, agreeing as the other party, and ending one with a quarter.
import { quarterOf } from '../fla/calendar.ts';
import { agreeToMandate, endMandate, proposeMandate, standingOf, withdrawProposal } from '../portal/mahis.ts';
import type { Refusal } from '../portal/refusal.ts';
import { readEnterpriseNumber } from '../portal/registration.ts';
import { type Mandate, SERVICE_GROUPS } from '../store/mandate-store.ts';
import { choiceField, postForm, selectField, textField } from './controls.ts';
import { type At, doneThen, withRegistered } from './gate.ts';
import { type Html, html, linkTo, type Piece } from './html.ts';
import { formatNumber, show } from './layout.ts';
import { given, type PageParts, type PageReply, type PageRequest, type Routes } from './page.ts';

/** This quarter and the next seven: `2025Q1`, … */
const comingQuarters = (today: string): string[] => {
  const first = quarterOf(today);
  const start = Number(first.slice(0, 4)) * 4 + Number(first.slice(5)) - 1;
  return Array.from({ length: 8 }, (_, at) => `${Math.floor((start + at) / 4)}Q${((start + at) % 4) + 1}`);
};

const quarterText = ({ t }: PageRequest, quarter: string): string =>
  t('mahis.quarter', { year: quarter.slice(0, 4), quarter: quarter.slice(5) });

const partyText = (parts: PageParts, number: string): string =>
  `${parts.world.employer(number)?.name ?? ''} (${formatNumber(number)})`;

const actsOn = (request: PageRequest, at: At, mandate: Mandate, otherParty: string, today: string): Piece => {
  const { t } = request;
  const hidden = { enterprise: at.number, id: mandate.id };
  const button = (action: string, key: string): Html =>
    postForm(request, { action, hidden, submit: t(key), submitFor: otherParty, small: true });
  const standing = standingOf(mandate, today);
  if (standing === 'proposed') {
    const agreed = at.number === mandate.mandator ? mandate.mandatorAgreed : mandate.mandataryAgreed;
    return agreed
      ? html`<p>${t('mahis.waiting')}</p>${button('/mahis/withdraw', 'mahis.withdraw')}`
      : html`${button('/mahis/agree', 'mahis.agree')} ${button('/mahis/withdraw', 'mahis.decline')}`;
  }
  if (standing === 'closed') return t('mahis.noAct');
  return html`<a href="${linkTo('/mahis/end', hidden)}">${t('mahis.end')} <span class="unseen">${otherParty}</span></a>`;
};

const row = (parts: PageParts, request: PageRequest, at: At, mandate: Mandate): Html => {
  const { t } = request;
  const today = parts.clock.businessDate();
  const mandator = partyText(parts, mandate.mandator);
  const mandatary = partyText(parts, mandate.mandatary);
  const other = at.number === mandate.mandator ? mandatary : mandator;
  const end = mandate.endQuarter === null ? t('mahis.noEnd') : quarterText(request, mandate.endQuarter);
  return html`<tr><th scope="row">${mandator}</th><td>${mandatary}</td><td>${t(`mahis.group.${mandate.serviceGroup}`)}</td><td>${quarterText(request, mandate.startQuarter)}</td><td>${end}</td><td><span class="tag">${t(`mahis.standing.${standingOf(mandate, today)}`)}</span></td><td>${actsOn(request, at, mandate, other, today)}</td></tr>`;
};

const list = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t } = request;
  const mandates = parts.mandates.involving(at.number);
  const heads = ['mandator', 'mandatary', 'serviceGroup', 'startQuarter', 'endQuarter', 'status', 'act'];
  return show(request, {
    title: t('mahis.title'),
    enterprise: at.enterprise,
    refusal,
    body: html`<p>${t('mahis.what')}</p><p><a class="button" href="${linkTo('/mahis/propose', { enterprise: at.number })}">${t('mahis.propose')}</a></p>${
      mandates.length === 0
        ? html`<p>${t('mahis.none')}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${t('mahis.list')}"><table><caption>${t('mahis.list')}</caption><thead><tr>${heads.map((key) => html`<th scope="col">${t(`mahis.${key}`)}</th>`)}</tr></thead><tbody>${mandates.map((mandate) => row(parts, request, at, mandate))}</tbody></table></div>`
    }`,
  });
};

const proposalPage = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t, form } = request;
  const quarters = comingQuarters(parts.clock.businessDate()).map((value) => ({
    value,
    label: quarterText(request, value),
  }));
  const sides = ['mandator', 'mandatary'].map((value) => ({ value, label: t(`mahis.as.${value}`) }));
  const groups = SERVICE_GROUPS.map((value) => ({ value, label: t(`mahis.group.${value}`) }));
  const same = [{ value: 'yes', label: t('mahis.sameGroup'), hint: t('mahis.sameGroupHint') }];
  const as = form.text('as') || 'mandator';
  const party = as === 'mandatary' ? 'mandator' : 'mandatary';
  const field = (id: string, more: { hint?: string; fallback?: string } = {}) => ({
    id,
    label: t(`mahis.${id}`),
    value: form.text(id) || (more.fallback ?? ''),
    ...(more.hint === undefined ? {} : { hint: t(more.hint) }),
  });
  const here: Refusal | undefined = refusal && {
    ...refusal,
    refused: [
      atOther(refusal.refused[0], party),
      ...refusal.refused.slice(1).map((one) => atOther(one, party)),
    ],
  };
  return show(request, {
    title: t('mahis.propose'),
    enterprise: at.enterprise,
    refusal: here,
    body: html`<p>${t('mahis.proposeWhat')}</p>${postForm(request, {
      action: '/mahis/propose',
      hidden: { enterprise: at.number },
      fields: [
        choiceField(
          t,
          'radio',
          { id: 'as', label: t('mahis.asTitle', { name: at.enterprise.name }) },
          sides,
          [as],
          here,
        ),
        textField(t, field('other', { hint: 'mahis.otherHint' }), here),
        selectField(t, field('serviceGroup'), groups, here),
        selectField(t, field('startQuarter'), quarters, here),
        selectField(t, field('endQuarter'), [{ value: '', label: t('mahis.noEnd') }, ...quarters], here),
        choiceField(
          t,
          'checkbox',
          { id: 'sameGroup', label: t('mahis.sameGroupTitle') },
          same,
          form.all('sameGroup'),
          here,
        ),
      ],
      submit: t('form.confirm'),
      cancel: { href: linkTo('/mahis', { enterprise: at.number }), label: t('form.cancel') },
    })}`,
  });
};

/** Both parties stand at the field for the other enterprise; that one's own is no mandatary, at the choice of sides. */
const atOther = (finding: Refusal['refused'][number], party: string): Refusal['refused'][number] => {
  const { code, field } = finding;
  if (field !== 'mandator' && field !== 'mandatary') return finding;
  return { ...finding, field: code === 'notAMandatary' && field !== party ? 'as' : 'other' };
};

const endPage = (parts: PageParts, request: PageRequest, at: At, refusal?: Refusal): PageReply => {
  const { t } = request;
  const mandate = parts.mandates.mandate(given(request, 'id'));
  if (mandate === undefined || ![mandate.mandator, mandate.mandatary].includes(at.number)) {
    return list(parts, request, at, { refused: [{ code: 'mandateUnknown' }] });
  }
  const quarters = comingQuarters(parts.clock.businessDate()).map((value) => ({
    value,
    label: quarterText(request, value),
  }));
  const field = {
    id: 'endQuarter',
    label: t('mahis.lastQuarter'),
    hint: t('mahis.lastQuarterHint'),
    value: given(request, 'endQuarter'),
  };
  return show(request, {
    title: t('mahis.end'),
    enterprise: at.enterprise,
    refusal,
    body: html`<p>${t('mahis.endWhat', {
      mandator: partyText(parts, mandate.mandator),
      mandatary: partyText(parts, mandate.mandatary),
      group: t(`mahis.group.${mandate.serviceGroup}`),
    })}</p>${postForm(request, {
      action: '/mahis/end',
      hidden: { enterprise: at.number, id: mandate.id },
      fields: selectField(t, field, quarters, refusal),
      submit: t('form.confirm'),
      cancel: { href: linkTo('/mahis', { enterprise: at.number }), label: t('form.cancel') },
    })}`,
  });
};

export const mahisRoutes: Routes = {
  'GET /mahis': withRegistered(list),
  // Where the language is changed on a page that answered a post, its address is asked for.
  'GET /mahis/agree': withRegistered(list),
  'GET /mahis/withdraw': withRegistered(list),
  'GET /mahis/propose': withRegistered(proposalPage),
  'POST /mahis/propose': withRegistered((parts, request, at) => {
    const { form } = request;
    const asMandatary = form.text('as') === 'mandatary';
    const other = readEnterpriseNumber(form.text('other')) ?? '';
    const outcome = proposeMandate(parts, at.person, {
      speaksFor: at.number,
      mandator: asMandatary ? other : at.number,
      mandatary: asMandatary ? at.number : other,
      serviceGroup: form.text('serviceGroup'),
      startQuarter: form.text('startQuarter'),
      endQuarter: form.text('endQuarter'),
      sameGroup: form.text('sameGroup') === 'yes',
    });
    if (!('done' in outcome)) return proposalPage(parts, request, at, outcome);
    const name = parts.world.employer(other)?.name ?? '';
    return doneThen(request, linkTo('/mahis', { enterprise: at.number }), 'mahis.proposed', { name });
  }),
  'POST /mahis/agree': withRegistered((parts, request, at) => {
    const outcome = agreeToMandate(parts, at.person, request.form.text('id'), at.number);
    if (!('done' in outcome)) return list(parts, request, at, outcome);
    return doneThen(request, linkTo('/mahis', { enterprise: at.number }), 'mahis.agreed');
  }),
  'POST /mahis/withdraw': withRegistered((parts, request, at) => {
    const outcome = withdrawProposal(parts, at.person, request.form.text('id'), at.number);
    if (!('done' in outcome)) return list(parts, request, at, outcome);
    return doneThen(request, linkTo('/mahis', { enterprise: at.number }), 'mahis.withdrawn');
  }),
  'GET /mahis/end': withRegistered(endPage),
  'POST /mahis/end': withRegistered((parts, request, at) => {
    const { form } = request;
    const wish = { speaksFor: at.number, endQuarter: form.text('endQuarter') };
    const outcome = endMandate(parts, at.person, form.text('id'), wish);
    if (!('done' in outcome)) return endPage(parts, request, at, outcome);
    const quarter = quarterText(request, wish.endQuarter);
    return doneThen(request, linkTo('/mahis', { enterprise: at.number }), 'mahis.ended', { quarter });
  }),
};
