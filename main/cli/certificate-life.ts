// `certificate expiry|calendar|renew`: how near the end of each certificate is, the calendar of ends, and a renewal in one go.
import { resolve } from 'node:path';
import { fail } from '../../preload/contract/result.ts';
import { chosenAccount } from './choose.ts';
import type { Command, Context, Outcome } from './command.ts';
import { generateSuccessor, making, makingUsage, stateLines, untrusted } from './renewal.ts';

export const certificateLifeCommands: readonly Command[] = [
  { noun: 'certificate', verb: 'expiry', usage: '', options: {}, words: 0, run: expiry },
  { noun: 'certificate', verb: 'calendar', usage: 'FILE.ics', options: {}, words: 1, run: calendar },
  {
    noun: 'certificate',
    verb: 'renew',
    usage: `[--account NAME] ${makingUsage}`,
    options: { account: { type: 'string' }, ...making },
    words: 0,
    run: renew,
  },
];

async function expiry({ app, t }: Context): Promise<Outcome> {
  const result = await app.call('renewal.life', {});
  if (!result.ok) return { result };
  const lines = result.value.rows.map(({ name, notAfter, daysLeft, over, stored, uses, next }) => {
    const standing = !stored
      ? t('certificate-life:standing.gone')
      : over
        ? t('certificate-life:standing.over')
        : t('certificate-life:standing.left', { days: daysLeft });
    const users = uses.map((use) => `${use.name} (${t(`certificate-life:roles.${use.role}`)})`).join(', ');
    return `${notAfter.slice(0, 10)}\t${standing}\t${name}\t${users}\t${t(`certificate-life:next.${next.key}`)}`;
  });
  return { result, lines };
}

async function calendar({ app, t, words, language }: Context): Promise<Outcome> {
  const saveTo = resolve(words[0] ?? '');
  const result = await app.call('renewal.saveCalendar', { language }, { saveTo });
  return { result, lines: result.ok ? [t('saved', { name: result.value.name })] : [] };
}

/** In practice all the way; elsewhere up to the step that a person does in Chaman. */
async function renew(context: Context): Promise<Outcome> {
  const { app, t, progress } = context;
  const chosen = await chosenAccount(context);
  if (!chosen.ok) return { result: chosen };
  const accountId = chosen.value.id;
  const begun = await app.call('renewal.show', { accountId });
  if (!begun.ok) return { result: begun };
  if (begun.value.staged === null) {
    const made = await generateSuccessor(context, accountId);
    if (!made.ok) return { result: made };
    progress(t('renewal.staged'));
  }
  const shown = await app.call('renewal.show', { accountId });
  if (!shown.ok) return { result: shown };
  const { staged, practice } = shown.value;
  if (staged === null) return { result: fail('notFound') };
  const { certificateId } = staged;
  if (staged.addedInChamanAt === null) {
    if (!practice) return { result: shown, lines: stateLines(context, shown.value) };
    const added = await app.call('renewal.setInPractice', { accountId, certificateId, held: true });
    if (!added.ok) return { result: added };
    progress(t('renewal.added'));
  }
  const tested = await app.call('renewal.test', { accountId, certificateId });
  if (!tested.ok) return { result: tested };
  if (tested.value.outcome === 'failed') return untrusted(context, tested.value);
  progress(t('renewal.tested'));
  const switched = await app.call('renewal.switch', { accountId, certificateId });
  if (!switched.ok) return { result: switched };
  const ended = await app.call('renewal.show', { accountId });
  return { result: ended, lines: ended.ok ? stateLines(context, ended.value) : [] };
}
