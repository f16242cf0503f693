// The way into the guide that fits: the one that is under way for whoever signs, else a new one with what is known here filled in.
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useCall } from '../../../calls.ts';
import { proposeDraft } from '../../connection/wizard-drafts.ts';
import { emptyGuide, type GuideDraft } from '../../guide/guide-draft.ts';

type GuideWayProps = {
  readiness: CallOutput<'applicantRequest.readiness'>;
  employer: CallOutput<'employer.get'>;
};

export function GuideWay({ readiness, employer }: GuideWayProps) {
  const { t } = useTranslation('applicants');
  const { rows = [] } = useCall('guide.list', { finished: false }).data ?? {};
  const draft = draftFor(readiness, employer);
  const underWay = rows.find(
    ({ what, services, enterpriseNumber }) =>
      what === null && services.includes('citizenData') && enterpriseNumber === draft.enterpriseNumber,
  );
  const place =
    underWay === undefined
      ? '/connection/guide/new'
      : `/connection/guide/${underWay.id}${underWay.next === null ? '' : `/${underWay.next}`}`;
  return (
    <Link
      href={place}
      onClick={() => {
        if (underWay === undefined) proposeDraft('guide', draft);
      }}
    >
      {t(underWay === undefined ? 'ask.ready.guide' : 'ask.ready.guideOn')}
    </Link>
  );
}

/** The account is that of whoever asks; where nobody is known yet, the employer's own. */
function draftFor(
  { routeKind, mandataryNumber, mandataryName }: GuideWayProps['readiness'],
  employer: GuideWayProps['employer'],
): GuideDraft {
  const begun: GuideDraft = { ...emptyGuide, step: 'whom', kind: 'start', services: ['citizenData'] };
  if (routeKind === 'mandatary' && mandataryNumber !== null)
    return {
      ...{ ...begun, audience: 'clients', account: 'yes' },
      ...{ enterpriseNumber: mandataryNumber, enterpriseName: mandataryName ?? '' },
    };
  return {
    ...{ ...begun, audience: 'ownWorkers', account: routeKind === 'own' ? 'yes' : 'no' },
    ...{ employerId: employer.id, enterpriseNumber: employer.enterpriseNumber },
    enterpriseName: employer.name,
  };
}
