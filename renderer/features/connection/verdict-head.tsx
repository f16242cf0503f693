// The verdict on a certificate first: may it be used, how many criteria are broken, and the shortest way on.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateVerdict } from '../../../preload/contract/certificates.ts';
import { verdictWords } from '../../../preload/rules/certificates/verdict-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useCertificateWords } from './certificate-words.ts';

const looks = {
  usable: { tone: 'ok', icon: 'check-ring' },
  usableUntil: { tone: 'warn', icon: 'warn' },
  notUsable: { tone: 'bad', icon: 'refused' },
} as const;

type VerdictHeadProps = { verdict: CertificateVerdict; acts?: ReactNode; below?: boolean };

export function VerdictHead({ verdict, acts, below = false }: VerdictHeadProps) {
  const words = useCertificateWords();
  const { tone, icon } = looks[verdict.verdict];
  const { title, summary } = verdictWords(verdict);
  return (
    <VerdictBox tone={tone} icon={icon} title={words(title)} acts={acts} below={below}>
      {words(summary)}
    </VerdictBox>
  );
}

type VerdictBoxProps = {
  tone: 'ok' | 'warn' | 'bad';
  icon: 'check-ring' | 'warn' | 'refused' | 'info';
  title: string;
  children?: ReactNode;
  acts?: ReactNode;
  /** A heading below the page's own. */
  below?: boolean;
};

export function VerdictBox({ tone, icon, title, children, acts, below = false }: VerdictBoxProps) {
  return (
    <div className={classNames('verdict', tone)}>
      <Icon name={icon} large />
      <div>
        {below ? <h2>{title}</h2> : <h1>{title}</h1>}
        {children !== undefined && <p>{children}</p>}
      </div>
      {acts !== undefined && <div className="acts row-of">{acts}</div>}
    </div>
  );
}

/** Label above a criterion's state, shared by the table and the list of links. */
export function useOutcomeWord(): (outcome: 'failed' | 'warning' | 'ok') => string {
  const { t } = useTranslation('certificates');
  return (outcome) => t(`outcome.${outcome}`);
}
