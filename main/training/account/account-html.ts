// The training account as a printable page: A4, headings and tables with headers, so that the PDF is tagged by its structure.
// Only this inside of the document names the worker's number: no title and no file name does.
import type { TrainingFields } from '../../../preload/contract/training.ts';
import { factsTable, type Pair, tableOf } from './account-tables.ts';
import { type AccountWords, escapeHtml } from './account-words.ts';
import type { TrainingAccount } from './gather-account.ts';

const style = `@page{size:A4;margin:16mm}
body{font:10pt/1.4 Inter,system-ui,sans-serif;color:#17242b;margin:0}
h1{font-size:18pt;margin:0 0 1mm}h2{font-size:12pt;margin:6mm 0 1.5mm;break-after:avoid}
p{margin:1mm 0}.quiet{color:#4a565c;font-weight:400}
table{border-collapse:collapse;inline-size:100%}
th,td{text-align:start;vertical-align:top;padding:1.2mm 2mm 1.2mm 0;border-block-end:1px solid #cfd5d8}
thead th{font-size:8.5pt;color:#4a565c;border-block-end-color:#5d686e}
thead{display:table-header-group}tr{break-inside:avoid}
tbody th{font-weight:600}.facts th{inline-size:52mm;font-weight:400;color:#4a565c}
.figure{text-align:end;white-space:nowrap}.sum :is(th,td){font-weight:600;border-block-end:2px solid #17242b}
.account+.account{break-before:page}`;

/** One file for one or more accounts, each beginning on a page of its own. Nothing is fetched and no script runs. */
export function accountsHtml(words: AccountWords, year: number, accounts: readonly string[]): string {
  return `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8"><title>${escapeHtml(words.t('title', { year: String(year) }))}</title><style>${style}</style></head><body>${accounts.join('')}</body></html>`;
}

/** `madeOn` a day, `yyyy-mm-dd`. */
export function accountHtml(words: AccountWords, account: TrainingAccount, madeOn: string): string {
  const say = (key: string, params: Record<string, string> = {}): string => escapeHtml(words.t(key, params));
  const year = String(account.year);
  return `<div class="account"><h1>${say('title', { year })}</h1><p class="quiet">${say('made', { date: words.day(madeOn) })}</p>
<h2>${say('who')}</h2>${factsTable(whoOf(words, account))}
<h2>${say('right', { year })}</h2>${rightTable(words, account)}${account.balance.certain ? '' : `<p>${say('uncertain')}</p>`}
<h2>${say('balance')}</h2>${balanceTable(words, account)}
<h2>${say('trainings', { year })}</h2>${trainingsTable(words, account.trainings)}
<h2>${say('certificates')}</h2>${certificatesTable(words, account)}
${account.budget === null ? '' : `<h2>${say('budget')}</h2>${factsTable(budgetOf(words, account.budget))}`}</div>`;
}

function whoOf(
  words: AccountWords,
  { worker, employer, jointCommittee, agreementNumber }: TrainingAccount,
): Pair[] {
  const { t } = words;
  const none = t('notRecorded');
  return [
    [t('worker'), worker.name],
    [t('insz'), worker.insz.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5')],
    [t('employer'), employer.name],
    [t('enterprise'), employer.enterpriseNumber.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')],
    [
      t('service'),
      worker.endDate === null
        ? t('since', { from: words.day(worker.startDate) })
        : t('fromTo', { from: words.day(worker.startDate), to: words.day(worker.endDate) }),
    ],
    [
      t('regime'),
      worker.regime === null
        ? t('part', { part: String(worker.employmentHundredths) })
        : t('hoursOf', {
            q: words.hundredths(worker.regime.qHundredths),
            s: words.hundredths(worker.regime.sHundredths),
          }),
    ],
    [t('committee'), jointCommittee === '' ? none : jointCommittee],
    [t('agreement'), agreementNumber === '' ? none : agreementNumber],
  ];
}

function rightTable(words: AccountWords, { balance }: TrainingAccount): string {
  const rows = balance.steps.map(({ key, params, source, certainty }) => {
    const step = words.of(`training-messages.balance.steps.${key}`, params);
    const from =
      source === ''
        ? ''
        : `${words.of(`training-messages.balance.sources.${source}`)} (${words.of(`training-messages.balance.certainty.${certainty}`)})`;
    const sum = key === 'result' || key === 'total' ? ' class="sum"' : '';
    return `<tr${sum}><td>${escapeHtml(step)}</td><td>${escapeHtml(from)}</td></tr>`;
  });
  const day = words.t('day', { hours: words.hours(balance.dayMinutes) });
  return `${tableOf(words, ['step', 'source'], rows)}<p class="quiet">${escapeHtml(day)}</p>`;
}

function balanceTable(words: AccountWords, { balance }: TrainingAccount): string {
  const inMinutes = (hundredths: number): number => Math.round((hundredths * balance.dayMinutes) / 100);
  const whole = balance.rightHundredths + balance.carriedOverHundredths;
  const left = inMinutes(whole) - balance.completedMinutes - balance.plannedMinutes;
  const lines: [string, number, number, boolean][] = [
    ['ofYear', balance.rightHundredths, inMinutes(balance.rightHundredths), false],
    ['carriedOver', balance.carriedOverHundredths, inMinutes(balance.carriedOverHundredths), false],
    ['followed', balance.completedHundredths, balance.completedMinutes, false],
    ['planned', balance.plannedHundredths, balance.plannedMinutes, false],
    ['remaining', balance.remainingHundredths, left, true],
  ];
  const rows = lines.map(
    ([key, hundredths, minutes, sum]) =>
      `<tr${sum ? ' class="sum"' : ''}><th scope="row">${escapeHtml(words.t(key))}</th><td class="figure">${words.hundredths(hundredths).replace('-', '−')}</td><td class="figure">${words.hours(minutes)}</td></tr>`,
  );
  return tableOf(words, ['what', 'days', 'hours'], rows, [1, 2]);
}

function trainingsTable(words: AccountWords, trainings: readonly TrainingFields[]): string {
  if (trainings.length === 0) return `<p>${escapeHtml(words.t('noTrainings'))}</p>`;
  const rows = trainings.map((fields) => {
    const counts = fields.countsForTrainingRight && fields.leaveScheme === 'none';
    const cells = [
      fields.startDate === fields.endDate || fields.endDate === null
        ? words.day(fields.startDate)
        : words.t('fromTo', { from: words.day(fields.startDate), to: words.day(fields.endDate) }),
      words.of(`training.choices.${fields.type}`),
      words.of(`training.choices.${fields.status}`),
      fields.leaveScheme === 'none'
        ? words.of(`training.${counts ? 'yes' : 'no'}`)
        : words.of(`training.choices.leave.${fields.leaveScheme}`),
    ];
    const title = fields.title === '' ? words.of('training.untitled') : fields.title;
    const provider =
      fields.providerName === '' ? '' : `<br><span class="quiet">${escapeHtml(fields.providerName)}</span>`;
    return `<tr><th scope="row">${escapeHtml(title)}${provider}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}<td class="figure">${fields.durationMinutes === null ? '–' : words.hours(fields.durationMinutes)}</td></tr>`;
  });
  return tableOf(words, ['training', 'period', 'type', 'status', 'counts', 'duration'], rows, [5]);
}

function certificatesTable(words: AccountWords, { certificates }: TrainingAccount): string {
  if (certificates.length === 0) return `<p>${escapeHtml(words.t('noCertificates'))}</p>`;
  const rows = certificates.map(({ name, title, obtainedOn, validUntil }) => {
    const until = validUntil === null ? words.t('noEnd') : words.day(validUntil);
    return `<tr><th scope="row">${escapeHtml(name.trim() === '' ? title : name)}</th><td>${escapeHtml(title)}</td><td>${words.day(obtainedOn)}</td><td>${escapeHtml(until)}</td></tr>`;
  });
  return tableOf(words, ['certificate', 'training', 'obtained', 'validUntil'], rows);
}

const budgetOf = (words: AccountWords, budget: NonNullable<TrainingAccount['budget']>): Pair[] => [
  [words.t('budgetInitial'), words.money(budget.initialCents)],
  [words.t('budgetRemaining'), words.money(budget.remainingCents)],
  [words.t('budgetLastDay'), budget.lastDay === null ? words.t('notRecorded') : words.day(budget.lastDay)],
];
