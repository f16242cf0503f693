// All links of an examination, in the order of the way: what was found at each. Folded away under one line.
import { useTranslation } from 'react-i18next';
import type { Examination, Link } from '../../../preload/contract/doctor.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useLinkWords } from './link-words.ts';

export const linkLooks: Record<Link['outcome'], { tone: Tone; icon: IconName }> = {
  failed: { tone: 'bad', icon: 'refused' },
  warning: { tone: 'warn', icon: 'warn' },
  ok: { tone: 'ok', icon: 'check' },
  notReached: { tone: 'plain', icon: 'planned' },
};

export function LinkDetails({ examination, open = false }: { examination: Examination; open?: boolean }) {
  const { t } = useTranslation('doctor');
  const { account, employer, links, token } = examination;
  const name = [account?.name, employer?.name].filter(Boolean).join(' – ');
  const count = links.length;
  return (
    <details className="folded sheet" open={open}>
      <summary>{name === '' ? t('details', { count }) : t('detailsOf', { name, count })}</summary>
      <LinkTable links={links} caption={name === '' ? t('title') : name} />
      {token !== null && (
        <p className="quiet-sheet-text">
          <span className="reference address">
            {t('token', { minutes: Math.floor(token.expiresInSeconds / 60), scope: token.scope || '-' })}
          </span>
        </p>
      )}
    </details>
  );
}

export function LinkTable({ links, caption }: { links: Link[]; caption: string }) {
  const { t } = useTranslation('doctor');
  const words = useLinkWords();
  return (
    <table className="criteria">
      <caption className="only-read-aloud">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.state')}</th>
          <th scope="col">{t('table.link')}</th>
          <th scope="col">{t('table.found')}</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => {
          const quiet = link.outcome === 'ok' || link.outcome === 'notReached';
          return (
            <tr key={`${link.id} ${link.service} ${link.key}`} className={quiet ? 'fine' : undefined}>
              <td>
                <Chip {...linkLooks[link.outcome]}>{t(`outcomes.${link.outcome}`)}</Chip>
              </td>
              <th scope="row">
                {t(`ids.${link.id}`)}
                {link.service !== null && ` – ${t(`services.${link.service}`)}`}
              </th>
              <td data-label={t('table.found')}>
                <span className="address">{words(link, 'found')}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
