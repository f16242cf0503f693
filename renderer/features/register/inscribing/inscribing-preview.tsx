// What inscribing would do: lines by dossier type, types that the service does not know, and what is left out.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { TextLink } from '../../../ui/link-button.tsx';
import { useTypeName } from '../register-words.ts';

type Preview = CallOutput<'registerInscribing.preview'>;
const looks: Record<Preview['types'][number]['atService'], { tone: Tone; icon: IconName }> = {
  known: { tone: 'ok', icon: 'check' },
  unknown: { tone: 'bad', icon: 'refused' },
  unanswered: { tone: 'plain', icon: 'planned' },
};

export function InscribingPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation('register');
  const typeName = useTypeName();
  const { lines, types, refused, waiting, review } = preview;
  return (
    <section aria-label={t('inscribing.wouldTitle')} role="status">
      {lines === 0 ? (
        <p>{t('inscribing.nothing')}</p>
      ) : (
        <ul className="record-list">
          {types.map((type) => (
            <li key={type.dossierType}>
              <span className="record-title">{typeName(type.dossierType)}</span>
              <span>{t('inscribing.typeLines', { count: type.lines })}</span>
              <span>
                <Chip {...looks[type.atService]}>{t(`inscribing.chip.${type.atService}`)}</Chip>
              </span>
              {type.atService !== 'known' && (
                <p className="quiet-text">{t(`inscribing.at.${type.atService}`)}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {types.some(({ atService }) => atService === 'unknown') && (
        <p>
          <TextLink to="/settings/register">{t('inscribing.toTypes')}</TextLink>
        </p>
      )}
      {refused > 0 && <p className="quiet-text">{t('inscribing.leftRefused', { count: refused })}</p>}
      {waiting > 0 && <p className="quiet-text">{t('inscribing.leftWaiting', { count: waiting })}</p>}
      {review > 0 && <p className="quiet-text">{t('inscribing.leftReview', { count: review })}</p>}
      {lines > 0 && <p className="quiet-text">{t('inscribing.names')}</p>}
    </section>
  );
}
