// The way of a request in four steps: asked, approved, read, ended; where it stands now, and since when.
import { useTranslation } from 'react-i18next';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { AllowedLine } from '../../register/allowing/allowed-line.tsx';
import { runsAfterErasure } from '../board/slip-words.ts';
import { type Moments, useMoments } from './moments.ts';
import { personOf, useRequestName } from './request-words.ts';
import type { ShownRequest } from './use-request.ts';

type Step = { key: string; when: 'past' | 'now' | 'later'; icon: IconName; title: string; lines: string[] };

export function Trail({ shown }: { shown: ShownRequest }) {
  const nameOf = useRequestName();
  const steps = useSteps(shown);
  const { request } = shown;
  return (
    <div className="ask-side">
      <h3>{nameOf(request)}</h3>
      {request.label !== '' && <p className="quiet-text">{request.label}</p>}
      <ol className="trail">
        {steps.map(({ key, when, icon, title, lines }) => (
          <li key={key} className={when} aria-current={when === 'now' ? 'step' : undefined}>
            <Icon name={icon} />
            <span>
              <b>{title}</b>
              {lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {request.column === 'asked' && request.insz !== null && (
        <AllowedLine
          purpose="precontractual"
          employerId={request.employerId}
          insz={request.insz}
          when="approval"
        />
      )}
    </div>
  );
}

const overWithoutAccess = new Set<ApplicantRequest['state']>(['notMade', 'refused', 'expired', 'withdrawn']);

function useSteps(shown: ShownRequest): Step[] {
  const { t } = useTranslation('applicants');
  const moments = useMoments();
  const { request, now } = shown;
  const { state, accesses, answer } = request;
  const when = { day: moments.dayWord(request.askedAt, now), time: moments.time(request.askedAt) };
  const asked: Step = {
    key: 'asked',
    when: 'past',
    icon: 'check-ring',
    title: t('desk.trail.asked'),
    lines: [
      request.askedBy === ''
        ? t('desk.trail.when', when)
        : t('desk.trail.whenBy', { ...when, who: request.askedBy }),
    ],
  };
  if (state === 'asking' || state === 'unknown' || state === 'notMade') {
    const icon = state === 'asking' ? 'hourglass' : state === 'unknown' ? 'unknown' : 'refused';
    const title = t(`desk.trail.${state}`);
    const begun: Step = { ...asked, when: 'now', icon, title };
    return state === 'notMade' ? [begun] : [begun, ...later(t, shown, moments)];
  }
  if (overWithoutAccess.has(state)) {
    const title = t(`desk.trail.${state as 'refused'}`);
    return [
      asked,
      { key: 'over', when: 'now', icon: state === 'expired' ? 'clock' : 'cross', title, lines: [] },
    ];
  }
  if (state === 'open') {
    const waiting: Step = {
      key: 'waiting',
      when: 'now',
      icon: 'hourglass',
      title: t('desk.trail.waiting'),
      lines: [],
    };
    return [asked, { ...waiting, lines: lookedLines(t, shown, moments) }, ...later(t, shown, moments)];
  }
  const person = personOf(request);
  const approved: Step = {
    key: 'approved',
    when: 'past',
    icon: 'check-ring',
    title: t(state === 'direct' ? 'desk.trail.direct' : 'desk.trail.approved'),
    lines: person === null ? [] : [person],
  };
  const runsOn = runsAfterErasure(request);
  const read: Step | undefined =
    answer === null
      ? runsOn === null
        ? undefined
        : // Only what was read is erased while the access goes on.
          { key: 'read', when: 'past', icon: 'check-ring', title: t('desk.trail.wasRead'), lines: [] }
      : {
          key: 'read',
          when: 'past',
          icon: 'check-ring',
          title: t('desk.trail.wasRead'),
          lines: [
            t('desk.trail.when', {
              day: moments.dayWord(answer.readAt, now),
              time: moments.time(answer.readAt),
            }),
          ],
        };
  const [toRead, ends] = later(t, shown, moments);
  const isEnded =
    state === 'ended' ||
    accesses.every((access) => access.state !== 'active' && access.state !== 'awaitingAcceptance');
  const last: Step =
    isEnded && accesses.length > 0
      ? { key: 'ends', when: 'now', icon: 'cross', title: t('desk.trail.ended'), lines: [] }
      : { ...ends, when: read === undefined ? 'later' : 'now', icon: 'planned' };
  if (runsOn !== null && read !== undefined && request.erasedAt != null) {
    const erased: Step = {
      key: 'erased',
      when: 'now',
      icon: 'trash',
      title: t('desk.trail.erased'),
      lines: [moments.dayWord(request.erasedAt, now)],
    };
    return [asked, approved, read, erased, { ...ends, when: 'later' }];
  }
  const isOver = isEnded && accesses.length > 0;
  // Of what is over and erased it is not known any more whether it was read.
  const reading = read ?? (isOver ? null : { ...toRead, when: 'now' as const });
  return [asked, approved, ...(reading === null ? [] : [reading]), last];
}

type Words = ReturnType<typeof useTranslation<'applicants'>>['t'];

function lookedLines(
  t: Words,
  { request, lookedAt, everySeconds }: ShownRequest,
  moments: Moments,
): string[] {
  const since = t('desk.trail.since', { time: moments.time(request.askedAt) });
  if (lookedAt === null) return [since];
  const time = moments.exact(lookedAt);
  return [
    since,
    everySeconds === null
      ? t('desk.trail.looked', { time })
      : t('desk.trail.lookedEvery', { time, seconds: everySeconds }),
  ];
}

/** What is still to come, with the days where they are known. */
function later(t: Words, { request, now }: ShownRequest, moments: Moments): [Step, Step] {
  const { dataSets, accesses } = request;
  const until = accesses.map(({ dataSet, until: day }) =>
    t('desk.trail.until', { what: t(`common.dataSets.${dataSet}`), day: moments.day(day, now) }),
  );
  return [
    {
      key: 'read',
      when: 'later',
      icon: 'planned',
      title: t('desk.trail.read'),
      lines: [dataSets.map((dataSet) => t(`desk.trail.${dataSet}`)).join(', ')],
    },
    {
      key: 'ends',
      when: 'later',
      icon: 'planned',
      title: t('desk.trail.ends'),
      lines: [...until, t('desk.trail.sooner')],
    },
  ];
}
