// A request that cannot be scanned now: what became of it, and what to do next.
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { useAct } from '../../../calls.ts';
import { useFormats, writeInsz } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { FailureNote } from '../../../ui/failure.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { runsAfterErasure } from '../board/slip-words.ts';
import { takeInHand } from './in-hand.ts';
import { personOf } from './request-words.ts';

type State =
  | Exclude<ApplicantRequest['state'], 'open'>
  | ('otherCitizen' | 'replaced' | 'revoked' | 'renounced' | 'erased' | 'toLink');

const icons: Record<State, IconName> = {
  asking: 'moving',
  unknown: 'unknown',
  notMade: 'refused',
  awaitingAcceptance: 'hourglass',
  approved: 'check-ring',
  direct: 'check-ring',
  refused: 'cross',
  expired: 'clock',
  withdrawn: 'cross',
  ended: 'cross',
  otherCitizen: 'warn',
  replaced: 'person',
  toLink: 'unknown',
  revoked: 'cross',
  renounced: 'cross',
  erased: 'trash',
};
const tones: Partial<Record<State, 'ok' | 'warn' | 'bad'>> = {
  ...{ approved: 'ok', direct: 'ok', awaitingAcceptance: 'ok' },
  ...{ unknown: 'warn', toLink: 'warn', otherCitizen: 'warn', notMade: 'bad' },
};
const askedAgain = new Set<State>([
  'notMade',
  'replaced',
  'refused',
  'expired',
  'withdrawn',
  'ended',
  'revoked',
  'renounced',
  'erased',
  'otherCitizen',
]);

/** What says more than the state itself: another citizen than asked, a number that was replaced, who ended the access. */
export function stateShown(request: ApplicantRequest): State | 'open' {
  const { state, otherCitizen, toLink, failure, insz, accesses } = request;
  if (otherCitizen) return 'otherCitizen';
  if (state === 'notMade' && insz !== null && failure?.details?.['reason'] === 'numberReplaced')
    return 'replaced';
  if (toLink && state !== 'open') return 'toLink';
  if (state !== 'ended') return state;
  if (runsAfterErasure(request) !== null) return 'erased';
  const ended = accesses.map((access) => access.state);
  return ended.includes('revoked') ? 'revoked' : ended.includes('renounced') ? 'renounced' : 'ended';
}

export function StatePanel({ request, state }: { request: ApplicantRequest; state: State }) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const person = personOf(request);
  const until = runsAfterErasure(request);
  const facts = {
    day: request.erasedAt == null ? '' : formats.dayOf(request.erasedAt, 'long'),
    until: until === null ? '' : formats.day(until, 'long'),
  };
  const wasRead = request.answer !== null && request.answer.gone === null;
  const title =
    state !== 'approved'
      ? t(`desk.state.${state}.title`)
      : person === null
        ? t('desk.state.approved.somebody')
        : t('desk.state.approved.title', { person });
  return (
    <div className="ask-words ask-state">
      <h2 className={classNames('ask-became', tones[state])}>
        <Icon name={icons[state]} large />
        {title}
      </h2>
      <p>
        {wasRead && state === 'approved'
          ? t('desk.state.approved.read')
          : t(`desk.state.${state}.what`, { ...facts, insz: writeInsz(request.insz ?? '') })}
      </p>
      <FailureNote failure={state === 'notMade' ? request.failure : null} />
      <div className="row-of">
        {askedAgain.has(state) && (
          <LinkButton to={`/applicants/new/${request.id}`} icon="again">
            {t('desk.again')}
          </LinkButton>
        )}
        {state === 'unknown' && <LookNow employerId={request.employerId} />}
        {(state === 'notMade' || state === 'replaced') && <Remove id={request.id} />}
      </div>
    </div>
  );
}

function LookNow({ employerId }: { employerId: string }) {
  const { t } = useTranslation('applicants');
  const refresh = useAct('applicantRequest.refresh');
  return (
    <>
      <Button icon="again" busy={refresh.busy} onPress={() => void refresh.run({ employerId })}>
        {t('desk.lookNow')}
      </Button>
      <FailureNote failure={refresh.failure} />
    </>
  );
}

function Remove({ id }: { id: string }) {
  const { t } = useTranslation('applicants');
  const [, go] = useLocation();
  const remove = useAct('applicantRequest.remove');
  const press = async (): Promise<void> => {
    const result = await remove.run({ id });
    if (!result.ok) return;
    takeInHand(null);
    go('/applicants');
  };
  return (
    <>
      <Button plain icon="trash" busy={remove.busy} onPress={() => void press()}>
        {t('desk.remove')}
      </Button>
      <FailureNote failure={remove.failure} />
    </>
  );
}
