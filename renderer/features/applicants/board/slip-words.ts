// What a slip of the board says of a request. A name is said only after the approval: before it, anybody may stand at the counter.
import type { TFunction } from 'i18next';
import type { ApplicantColumn, ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import type { Formats } from '../../../i18n/formats.ts';
import type { IconName } from '../../../ui/icon-shapes.ts';

type Words = TFunction<'applicants'>;
/** Tones of a chip that a slip has. */
type Tone = 'plain' | 'moving' | 'warn' | 'bad';
export type SlipEnd = { words: string; chip?: { tone: Tone; icon: IconName } };

const named: readonly ApplicantColumn[] = ['approved', 'read', 'ended'];

export const columnIcons: Record<ApplicantColumn | 'past', IconName> = {
  asked: 'hourglass',
  approved: 'check',
  read: 'check-ring',
  refused: 'cross',
  expired: 'clock',
  withdrawn: 'undo',
  ended: 'lock',
  past: 'cross',
};

/** By which a person knows the request: the name once approved, else its code, else the office's own words; never a number of a person. */
export function slipTitle(t: Words, request: ApplicantRequest): string {
  const { column, name, code, label, otherCitizen } = request;
  const approved = named.includes(column) && !otherCitizen;
  if (approved && name !== null) return name;
  if (code !== null) return t('common.request', { code });
  return label === '' ? t('common.requestNew') : label;
}

/** `today`: the days that count as today, in Belgium and in practice. */
export function slipMore(
  t: Words,
  formats: Formats,
  request: ApplicantRequest,
  { today, employer }: { today: readonly string[]; employer: boolean },
): string {
  const { label } = request;
  const said = slipTitle(t, request) === label ? '' : label;
  return [...factsOf(t, formats, request, today), said, employer ? request.employerName : '']
    .filter((part) => part !== '')
    .join(', ');
}

function factsOf(
  t: Words,
  formats: Formats,
  request: ApplicantRequest,
  today: readonly string[],
): readonly string[] {
  const { column, askedAt, accesses, answer } = request;
  const askedOn = new Date(askedAt).toLocaleDateString('sv-SE', { timeZone: 'Europe/Brussels' });
  if (column === 'asked')
    return [
      today.includes(askedOn) ? t('board.todayAt', { time: formats.time(askedAt) }) : formats.moment(askedAt),
    ];
  const sets = request.dataSets.map((one) => t(`common.dataSets.${one}`)).join(t('board.and'));
  const [first] = accesses;
  if (column === 'approved')
    return [
      first === undefined ? sets : t('board.since', { sets, day: formats.day(first.from, 'dayMonth') }),
    ];
  if (column === 'read')
    return answer === null || answer.gone !== null ? [t('board.notKept')] : results(t, request);
  if (column === 'ended') return [t(`board.endedBy.${answer?.gone ?? endOf(request)}`)];
  return [t(`board.over.${column}`, { day: formats.day(askedOn, 'dayMonth') })];
}

/** Erased here while the access at the service goes on: its last day, the latest of them. Null: not so. */
export const runsAfterErasure = ({ state, erasedAt, accesses }: ApplicantRequest): string | null =>
  state !== 'ended' || erasedAt == null
    ? null
    : (accesses
        .filter((one) => one.state === 'active' || one.state === 'awaitingAcceptance')
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null);

function endOf(request: ApplicantRequest): 'revoked' | 'renounced' | 'accessEnded' | 'kept' {
  const { accesses } = request;
  if (runsAfterErasure(request) !== null) return 'kept';
  const states = accesses.map(({ state }) => state);
  return states.includes('revoked') ? 'revoked' : states.includes('renounced') ? 'renounced' : 'accessEnded';
}

/** The answer in a few words, each part only where it was read. */
export function results(t: Words, { answer }: ApplicantRequest): string[] {
  const said: string[] = [];
  if (answer?.flexiJob) said.push(t(answer.flexiJob.eligible ? 'board.eligible' : 'board.notEligible'));
  if (answer?.studentHours) {
    const { available, quota } = answer.studentHours;
    said.push(t('board.hours', { available, quota }));
  }
  return said.length === 0 ? [t('board.nothingOpen')] : said;
}

/** The last day on which something may be read: the first of those that still run. */
export const readableUntil = ({ accesses }: ApplicantRequest): string | null =>
  accesses
    .filter(({ state }) => state === 'active')
    .map(({ until }) => until)
    .sort()[0] ?? null;

/** What stands at the end of a slip. `mixed`: among requests of other columns. Null: an act stands there. */
export function slipEnd(
  t: Words,
  formats: Formats,
  request: ApplicantRequest,
  mixed: boolean,
): SlipEnd | null {
  const { column, state, expiresAt, otherCitizen, toLink } = request;
  const chip = (words: string, tone: Tone, icon: IconName): SlipEnd => ({ words, chip: { tone, icon } });
  if (otherCitizen) return chip(t('board.states.otherCitizen'), 'bad', 'person');
  if (toLink) return chip(t('board.states.toLink'), 'warn', 'link');
  if (state === 'asking') return chip(t('board.states.asking'), 'moving', 'moving');
  if (state === 'unknown') return chip(t('board.states.unknown'), 'warn', 'unknown');
  if (state === 'notMade') return chip(t('board.states.notMade'), 'bad', 'refused');
  if (state === 'awaitingAcceptance') return chip(t('board.states.awaitingAcceptance'), 'warn', 'check');
  if (column === 'approved') return null;
  if (column === 'asked')
    return expiresAt === null ? null : { words: t('board.untilTime', { until: formats.time(expiresAt) }) };
  if (column === 'read') {
    const until = readableUntil(request);
    return until === null ? null : { words: t('board.until', { until: formats.day(until, 'dayMonth') }) };
  }
  return mixed ? chip(t(`board.one.${column}`), 'plain', columnIcons[column]) : null;
}

/** Whether it can be read now: something is open, and by the one who was asked. */
export const canRead = ({ column, state, otherCitizen }: ApplicantRequest): boolean =>
  (column === 'approved' || column === 'read') && state !== 'awaitingAcceptance' && !otherCitizen;

/** What was asked and not yet approved. */
export const canWithdraw = ({ state }: ApplicantRequest): boolean => state === 'open';
