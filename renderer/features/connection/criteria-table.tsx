// Each criterion: what was found, what is allowed, what to do. Failures on top, what is fine quietly below.
import { useTranslation } from 'react-i18next';
import type { CertificateVerdict } from '../../../preload/contract/certificates.ts';
import { Chip } from '../../ui/chip.tsx';
import { useCertificateWords } from './certificate-words.ts';
import { useOutcomeWord } from './verdict-head.tsx';

const tones = { failed: 'bad', warning: 'warn', ok: 'ok' } as const;

export function CriteriaTable({ verdict }: { verdict: CertificateVerdict }) {
  const { t } = useTranslation('connection');
  const words = useCertificateWords();
  const outcomeWord = useOutcomeWord();
  return (
    <section className="sheet" aria-label={t('table.caption')}>
      <table className="criteria">
        <caption className="only-read-aloud">{t('table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.outcome')}</th>
            <th scope="col">{t('table.criterion')}</th>
            <th scope="col" className="found">
              {t('table.found')}
            </th>
            <th scope="col">{t('table.allowed')}</th>
            <th scope="col">{t('table.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {verdict.criteria.map((one) => (
            <tr key={one.id} className={one.outcome === 'ok' ? 'fine' : undefined}>
              <td>
                <Chip tone={tones[one.outcome]}>{outcomeWord(one.outcome)}</Chip>
              </td>
              <th scope="row">{words({ key: `certificates:criteria.${one.id}.title` })}</th>
              <td data-label={t('table.found')} className="found">
                {words(one.found)}
              </td>
              <td data-label={t('table.allowed')} colSpan={one.remedy === null ? 2 : 1}>
                {words(one.allowed)}
              </td>
              {one.remedy !== null && <td data-label={t('table.remedy')}>{words(one.remedy)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
