// One sentence and one next step: what stops the person, what to do about it, who does it and where.
import { useTranslation } from 'react-i18next';
import type { Examination, Link } from '../../../preload/contract/doctor.ts';
import { needingLink } from '../../../preload/rules/doctor/link-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { VerdictBox } from '../connection/verdict-head.tsx';
import { useLinkWords } from './link-words.ts';
import { NextStepAct } from './next-step-act.tsx';

const verdicts = {
  ok: { tone: 'ok', icon: 'check-ring' },
  warning: { tone: 'warn', icon: 'warn' },
  failed: { tone: 'bad', icon: 'refused' },
} as const;

/** The examination that needs most stands first. */
export function DoctorVerdict({ examinations }: { examinations: Examination[] }) {
  const { t } = useTranslation('doctor');
  const words = useLinkWords();
  const [first] = examinations;
  const needing = first === undefined ? null : needingLink(first.links);
  const name =
    examinations.length > 1 ? [first?.account?.name, first?.employer?.name].filter(Boolean).join(' – ') : '';
  const outcome = first?.outcome ?? 'ok';
  // Nothing further was reached, and nothing is wrong: this client does not go by us.
  const said = t(`verdict.${needing?.key === 'routeElsewhere' ? 'elsewhere' : outcome}`);
  return (
    <>
      <VerdictBox
        {...verdicts[outcome]}
        title={name === '' || needing === null ? said : `${name}: ${said}`}
        below
      >
        {needing === null ? t('fine') : words(needing, 'found')}
      </VerdictBox>
      {first !== undefined && needing !== null && <NextStepSheet link={needing} examination={first} />}
    </>
  );
}

function NextStepSheet({ link, examination }: { link: Link; examination: Examination }) {
  const { t } = useTranslation('doctor');
  const words = useLinkWords();
  return (
    <Sheet title={t('next')} stacked>
      <p className="lead">{words(link, 'do')}</p>
      <Facts
        facts={[
          ...(link.who === null ? [] : [{ label: t('who.label'), value: t(`who.${link.who}`) }]),
          ...(link.where === null || link.where === 'none'
            ? []
            : [{ label: t('where.label'), value: t(`where.${link.where}`) }]),
        ]}
      />
      <NextStepAct where={link.where} examination={examination} />
    </Sheet>
  );
}
