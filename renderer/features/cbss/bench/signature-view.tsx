// The signature: by whom, until when, and for each of its parts the text that was counted with its digest.
import { useTranslation } from 'react-i18next';
import type { Inspection, SignedPart } from '../../../../preload/contract/cbss-workbench.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { XmlView } from './xml-view.tsx';

type Signature = NonNullable<Inspection['signature']>;

export function SignatureView({ signature: { value, parts, timestamp, signer } }: { signature: Signature }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  return (
    <div className="kept-block">
      <h3>{t('workbench.signatureTitle')}</h3>
      <p>
        <Chip tone={value === 'right' ? 'ok' : value === 'wrong' ? 'bad' : 'plain'}>
          {t(
            value === 'right'
              ? 'workbench.passed'
              : value === 'wrong'
                ? 'workbench.failed'
                : 'workbench.open',
          )}
        </Chip>{' '}
        {t(`workbench.value.${value}`)}
      </p>
      <Facts
        facts={[
          ...(signer === null
            ? []
            : [
                {
                  label: t('workbench.signer'),
                  value: (
                    <span className="address">
                      {t('workbench.signerWhat', {
                        subject: signer.subject,
                        date: formats.dayOf(signer.notAfter),
                      })}
                    </span>
                  ),
                },
              ]),
          {
            label: t('workbench.timestampTitle'),
            value:
              timestamp === null
                ? t('workbench.times.none')
                : t(`workbench.times.${timestamp.state}`, {
                    created: timestamp.created,
                    expires: timestamp.expires,
                  }),
          },
        ]}
      />
      {parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </div>
  );
}

function Part({ part: { part, stated, counted, canonical, bytes } }: { part: SignedPart }) {
  const { t } = useTranslation('cbss');
  const name = t(`workbench.parts.${part}`);
  const right = stated === counted;
  return (
    <div className="cbss-part">
      <p>
        <b>{name}</b> <span className="quiet-text">{t('workbench.bytes', { bytes })}</span>{' '}
        <Chip tone={right ? 'ok' : 'bad'}>
          {right
            ? t('workbench.digestRight')
            : counted === null
              ? t('workbench.digestMissing')
              : t('workbench.digestWrong')}
        </Chip>
      </p>
      <p className="hash">
        {t('workbench.digest')}: {stated}
      </p>
      {!right && counted !== null && (
        <p className="hash">
          {t('workbench.counted')}: {counted}
        </p>
      )}
      {canonical !== '' && (
        <details className="kept">
          <summary>{t('workbench.canonical', { part: name })}</summary>
          <XmlView text={canonical} label={t('workbench.canonical', { part: name })} exact />
        </details>
      )}
    </div>
  );
}
