// `outbox approval|approvals|approve|refuse` and `approver add|change-pin|remove|list`: two persons for one sending. A PIN
// comes in over standard input, a line for each, so that it stands in no list of commands.
import type { Proof } from '../../preload/contract/approvers.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { employerOrAll } from './choose.ts';
import { type Command, type Context, needed, type Outcome, text } from './command.ts';

const as = { as: { type: 'string' }, 'pin-stdin': { type: 'boolean' } } as const;
const pinOnly = { 'pin-stdin': { type: 'boolean' } } as const;

export const approvalCommands: readonly Command[] = [
  { noun: 'outbox', verb: 'approval', usage: 'on|off', options: {}, words: 1, run: approval },
  {
    noun: 'outbox',
    verb: 'approvals',
    usage: '[--employer NUMBER] [--kind worker-years|sessions]',
    options: { employer: { type: 'string' }, kind: { type: 'string' } },
    words: 0,
    run: approvals,
  },
  {
    noun: 'outbox',
    verb: 'approve',
    usage: 'ID [--as NAME --pin-stdin]',
    options: as,
    words: 1,
    run: approve,
  },
  {
    noun: 'outbox',
    verb: 'refuse',
    usage: 'ID --reason TEXT',
    options: { reason: { type: 'string' } },
    words: 1,
    run: refuse,
  },
  { noun: 'approver', verb: 'list', usage: '', options: {}, words: 0, run: list },
  {
    noun: 'approver',
    verb: 'add',
    usage: 'NAME --pin-stdin [--as NAME]',
    options: as,
    words: 1,
    run: add,
  },
  {
    noun: 'approver',
    verb: 'change-pin',
    usage: 'NAME --pin-stdin',
    options: pinOnly,
    words: 1,
    run: change,
  },
  {
    noun: 'approver',
    verb: 'remove',
    usage: 'NAME [--as NAME --pin-stdin]',
    options: as,
    words: 1,
    run: remove,
  },
];

const wrong = (fields: string): Result<never> => fail('invalidInput', { details: { fields } });

/** The PINs on standard input, one a line. */
async function pinsOf({ readInput, values }: Context): Promise<Result<string[]>> {
  if (values['pin-stdin'] !== true) return wrong('--pin-stdin');
  return ok((await readInput()).split(/\r?\n/).filter((line) => line !== ''));
}

/** A person on the list by name. Failure approverMissing. */
async function personOf({ app }: Context, name: string): Promise<Result<string>> {
  const known = await app.call('approver.list', {});
  if (!known.ok) return known;
  const wanted = name.trim().toLocaleLowerCase();
  const found = known.value.rows.find((row) => row.name.toLocaleLowerCase() === wanted);
  return found === undefined ? fail('approverMissing') : ok(found.id);
}

/** Who vouches, with the PIN at `line` of standard input; null without `--as`. */
async function proofOf(
  context: Context,
  pins: readonly string[],
  line: number,
): Promise<Result<Proof | null>> {
  const name = text(context.values, 'as');
  if (name === undefined) return ok(null);
  const approverId = await personOf(context, name);
  if (!approverId.ok) return approverId;
  const pin = pins[line];
  return pin === undefined ? wrong('--pin-stdin') : ok({ approverId: approverId.value, pin });
}

/** With `--as` its PIN is the only line. */
async function provenAs(context: Context): Promise<Result<Proof | null>> {
  if (text(context.values, 'as') === undefined) return ok(null);
  const pins = await pinsOf(context);
  return pins.ok ? proofOf(context, pins.value, 0) : pins;
}

async function approval({ app, words, t }: Context): Promise<Outcome> {
  const [word] = words;
  if (word !== 'on' && word !== 'off') return { result: wrong('on|off') };
  const result = await app.call('outbox.requireApproval', { required: word === 'on' });
  return result.ok ? { result, lines: [t(`outbox.approval.${word}`)] } : { result };
}

const kinds = { 'worker-years': 'workerYear', sessions: 'session' } as const;

async function approvals(context: Context): Promise<Outcome> {
  const employerId = await employerOrAll(context);
  if (!employerId.ok) return { result: employerId };
  const kind = text(context.values, 'kind');
  if (kind !== undefined && kind !== 'worker-years' && kind !== 'sessions')
    return { result: wrong('--kind') };
  const result = await context.app.call('outbox.approvals', {
    employerId: employerId.value,
    subject: kind === undefined ? null : kinds[kind],
    pageSize: 300,
  });
  if (!result.ok) return { result };
  const lines = result.value.rows.map((row) =>
    [
      row.id,
      context.t(`outbox.subject.${row.withdraw ? 'withdrawal' : row.subject}`),
      row.title,
      row.owner,
      row.year ?? '',
      row.preparedBy,
      row.given.join(', '),
    ].join('\t'),
  );
  return { result, lines };
}

/** Ends with 2 where this very person prepared it, is not known, or where one more person must sign. */
async function approve(context: Context): Promise<Outcome> {
  const { app, words, t } = context;
  const proof = await provenAs(context);
  if (!proof.ok) return { result: proof };
  const result = await app.call('outbox.approve', { ids: [words[0] ?? ''], proof: proof.value });
  if (!result.ok) return { result };
  const [refused] = result.value.refused;
  if (refused !== undefined) return { result, lines: [t(`outbox.approval.${refused.reason}`)], exit: 2 };
  return result.value.approved > 0
    ? { result, lines: [t('outbox.approval.approved')] }
    : { result, lines: [t('outbox.approval.signed')], exit: 2 };
}

async function refuse({ app, words, values, t }: Context): Promise<Outcome> {
  const reason = needed(values, 'reason');
  if (!reason.ok) return { result: reason };
  const result = await app.call('outbox.refuseApproval', { ids: [words[0] ?? ''], reason: reason.value });
  if (!result.ok) return { result };
  const done = result.value.refused > 0;
  return { result, lines: [t(`outbox.approval.${done ? 'sentBack' : 'notWaiting'}`)], exit: done ? 0 : 2 };
}

async function list({ app }: Context): Promise<Outcome> {
  const result = await app.call('approver.list', {});
  return result.ok
    ? { result, lines: result.value.rows.map(({ name, addedAt }) => `${name}\t${addedAt}`) }
    : { result };
}

/** Standard input: the new PIN, and on the next line that of who vouches. */
async function add(context: Context): Promise<Outcome> {
  const pins = await pinsOf(context);
  if (!pins.ok) return { result: pins };
  const proof = await proofOf(context, pins.value, 1);
  if (!proof.ok) return { result: proof };
  const name = context.words[0] ?? '';
  const result = await context.app.call('approver.add', {
    name,
    pin: pins.value[0] ?? '',
    proof: proof.value,
  });
  return result.ok ? { result, lines: [context.t('outbox.approvers.added', { name })] } : { result };
}

/** Standard input: the PIN of now, and on the next line the new one. */
async function change(context: Context): Promise<Outcome> {
  const pins = await pinsOf(context);
  if (!pins.ok) return { result: pins };
  const approverId = await personOf(context, context.words[0] ?? '');
  if (!approverId.ok) return { result: approverId };
  const [pin = '', newPin = ''] = pins.value;
  const proof = { approverId: approverId.value, pin };
  const result = await context.app.call('approver.changePin', { proof, newPin });
  return result.ok ? { result, lines: [context.t('outbox.approvers.changed')] } : { result };
}

async function remove(context: Context): Promise<Outcome> {
  const proof = await provenAs(context);
  if (!proof.ok) return { result: proof };
  const name = context.words[0] ?? '';
  const id = await personOf(context, name);
  if (!id.ok) return { result: id };
  const result = await context.app.call('approver.remove', { id: id.value, proof: proof.value });
  return result.ok ? { result, lines: [context.t('outbox.approvers.removed', { name })] } : { result };
}
