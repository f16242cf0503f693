// The road as an answer: the verdict, the way of each service, what is needed, the steps with their need, and what to know.
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../preload/contract/index.ts';
import { rightLabels } from '../../../preload/contract/services.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { VerdictBox } from '../connection/verdict-head.tsx';
import { GuideNotes } from './guide-notes.tsx';
import { useGuideWords } from './guide-words.ts';

type Road = CallOutput<'guide.road'>;
const looks = {
  api: { tone: 'ok', icon: 'check-ring' },
  webApplication: { tone: 'warn', icon: 'info' },
  mandatary: { tone: 'ok', icon: 'check-ring' },
  none: { tone: 'bad', icon: 'refused' },
} as const;

export function RoadView({ road, name, stopping }: { road: Road; name: string; stopping: boolean }) {
  const { t } = useTranslation('guide');
  const { say, label, services } = useGuideWords({
    enterpriseName: name,
    enterpriseNumber: '',
    quality: road.quality,
    services: road.ways.map(({ service }) => service),
    rights: road.rights,
  });
  const quality = road.quality === null ? '' : label(road.quality);
  return (
    <>
      {!stopping && (
        <VerdictBox below {...looks[road.channel]} title={t(`channels.${road.channel}.title`)}>
          {t(`channels.${road.channel}.what`)}
        </VerdictBox>
      )}
      {!stopping && (
        <Sheet title={t('ask.needTitle')}>
          <Facts
            facts={[
              ...road.ways.map(({ service, way }) => ({
                label: t(`services.${service}`),
                value: t(`ways.${way}`),
              })),
              ...(road.quality === null
                ? []
                : [
                    {
                      label: t('ask.need.account'),
                      value: t(`ask.accountAnswer.${road.account}`, { quality }),
                    },
                    {
                      label: t('ask.need.certificate'),
                      value: t(`ask.certificateAnswer.${road.certificate}`),
                    },
                    {
                      label: t('ask.need.mandates'),
                      value: road.mandates.length === 0 ? t('ask.mandatesNone') : services(road.mandates),
                    },
                  ]),
              ...(road.rights.length === 0
                ? []
                : [
                    {
                      label: t('ask.need.rights'),
                      value: (
                        <ul>
                          {road.rights.map((right) => (
                            <li key={right}>{rightLabels[right]}</li>
                          ))}
                        </ul>
                      ),
                    },
                  ]),
            ]}
          />
        </Sheet>
      )}
      {road.steps.length > 0 && (
        <Sheet title={t('ask.stepsTitle')} aside={t('ask.stepsCount', { count: road.steps.length })} flush>
          <ol className="road-steps">
            {road.steps.map(({ id, need, who }) => (
              <li key={id}>
                <div>
                  <strong>{say(`steps.${id}.title`)}</strong>
                  <span className="quiet-text">{say(`needs.${need}`)}</span>
                </div>
                <span className="quiet-text">{say(`roles.${who}.name`)}</span>
              </li>
            ))}
          </ol>
        </Sheet>
      )}
      <GuideNotes notes={road.notes} say={say} />
    </>
  );
}
