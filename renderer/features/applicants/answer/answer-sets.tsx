// The answer of each data set that was asked for: eligible or not for which quarter, hours left of which year.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ApplicantAccess,
  ApplicantAnswer,
  ApplicantDataSet,
  ApplicantRequest,
} from '../../../../preload/contract/applicants.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { accessWords } from './access-words.ts';

/** `today`: the business day. */
export function AnswerSets({
  request,
  answer,
  today,
}: {
  request: ApplicantRequest;
  answer: ApplicantAnswer;
  today: string;
}) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  return (
    <div className="answer-sets">
      {request.dataSets.map((set) => {
        const access = request.accesses.find(({ dataSet }) => dataSet === set);
        return (
          <section key={set} className="answer-set" aria-labelledby={`answer-${set}`}>
            <h3 id={`answer-${set}`}>{t(`answer.sets.${set}`)}</h3>
            <SetAnswer set={set} answer={answer} access={access} />
            {access !== undefined && <p className="quiet-text">{accessWords(t, formats, access, today)}</p>}
          </section>
        );
      })}
    </div>
  );
}

type SetAnswerProps = {
  set: ApplicantDataSet;
  answer: ApplicantAnswer;
  access: ApplicantAccess | undefined;
};

const over = new Set<ApplicantAccess['state']>(['expired', 'revoked', 'renounced']);

function SetAnswer({ set, answer, access }: SetAnswerProps) {
  const { t } = useTranslation('applicants');
  // How it ended is said below, with its day.
  if (answer.missing.includes(set) && access !== undefined && over.has(access.state))
    return (
      <>
        <Verdict icon="lock">{t('answer.noMore')}</Verdict>
        <p>{t('answer.noMoreWhat')}</p>
      </>
    );
  if (answer.missing.includes(set))
    return (
      <>
        <Verdict icon="lock">{t('answer.missing')}</Verdict>
        <p>{t('answer.missingWhat')}</p>
      </>
    );
  if (set === 'flexiJobEligibility' && answer.flexiJob !== null) return <Eligibility {...answer.flexiJob} />;
  if (set === 'studentWorkHours' && answer.studentHours !== null) return <Hours {...answer.studentHours} />;
  return <Verdict icon="planned">{t('answer.notRead')}</Verdict>;
}

function Verdict({ icon, tone, children }: { icon: IconName; tone?: 'ok'; children: ReactNode }) {
  return (
    <p className={classNames('answer-verdict', tone)}>
      <Icon name={icon} />
      <strong>{children}</strong>
    </p>
  );
}

function Eligibility({ eligible, quarter, from, to }: NonNullable<ApplicantAnswer['flexiJob']>) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const period = {
    from: formats.day(from, 'long'),
    to: formats.day(to, 'long'),
    quarter: quarter.slice(-1),
    year: quarter.slice(0, 4),
  };
  return (
    <>
      {eligible ? (
        <Verdict icon="check-ring" tone="ok">
          {t('answer.eligible')}
        </Verdict>
      ) : (
        <Verdict icon="cross">{t('answer.notEligible')}</Verdict>
      )}
      <p>{t('answer.quarter', period)}</p>
    </>
  );
}

function Hours({ year, quota, available }: NonNullable<ApplicantAnswer['studentHours']>) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const used = Math.max(quota - available, 0);
  const facts = {
    available: formats.number(available),
    quota: formats.number(quota),
    used: formats.number(used),
    year: String(year),
  };
  const free = Math.min(100, (100 * available) / Math.max(quota, 1));
  return (
    <>
      <Verdict icon="clock">{t('answer.hours', facts)}</Verdict>
      <svg className="plot turns" height="12" role="img" aria-label={t('answer.hoursPlot', facts)}>
        <rect className="rest" width="100%" height="12" />
        <rect className="done" width={`${free}%`} height="12" />
      </svg>
      <ul className="key answer-key">
        <li>
          <span className="swatch done" />
          {t('answer.free')}
          <span className="hours">{t('answer.hourCount', { hours: facts.available })}</span>
        </li>
        <li>
          <span className="swatch" />
          {t('answer.used')}
          <span className="hours">{t('answer.hourCount', { hours: facts.used })}</span>
        </li>
      </ul>
    </>
  );
}
