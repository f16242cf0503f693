// The way through Chaman in plain words: who does each step, how far it is, whom it waits for, and an e-mail to send.
import { useTranslation } from 'react-i18next';
import { rightLabels } from '../../../preload/contract/services.ts';
import { listed, type ReaderLanguage } from '../../../preload/rules/guide/guide-words.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { GuideDrawing } from '../guide/drawing.tsx';
import '../guide/guide.css';
import { type AccountDraft, type ChamanStep, chamanSteps, type Tracked, trackedOf } from './account-draft.ts';
import { ChamanMail } from './chaman-mail.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { brusselsToday } from './today.ts';

type ChamanStepsProps = { draft: AccountDraft; put: (change: Partial<AccountDraft>) => void };
const looks = {
  todo: { tone: 'plain', icon: 'draft' },
  waiting: { tone: 'warn', icon: 'hourglass' },
  done: { tone: 'ok', icon: 'check' },
} as const;

export function ChamanSteps({ draft, put }: ChamanStepsProps) {
  const { t } = useTranslation('connection');
  const openLink = useAct('app.openLink');
  const done = chamanSteps.filter((step) => trackedOf(draft, step).state === 'done').length;
  return (
    <>
      <h1>{t('chaman.question')}</h1>
      <p>{t('chaman.lead')}</p>
      <p>
        <TextLink to="/connection/guide/new">{t('chaman.toGuide')}</TextLink>
      </p>
      <div className="row-of">
        <Button icon="globe" busy={openLink.busy} onPress={() => void openLink.run({ link: 'portal' })}>
          {t('chaman.portal')}
        </Button>
        <ExportButtons id={draft.certificateId} pem={false} />
      </div>
      <FailureNote failure={openLink.failure} />
      <Sheet
        title={t('account.steps.chaman')}
        aside={t('chaman.progress', { done, total: chamanSteps.length })}
        flush
      >
        <ol>
          {chamanSteps.map((step) => (
            <StepLine key={step} step={step} draft={draft} put={put} />
          ))}
        </ol>
      </Sheet>
      <GuideDrawing id="newAccount" facts={{ ...draft, services: [] }} />
      <ChamanMail draft={draft} />
    </>
  );
}

function StepLine({ step, draft, put }: ChamanStepsProps & { step: ChamanStep }) {
  const { t, i18n } = useTranslation(['connection', 'accounts']);
  const formats = useFormats();
  const { practiceDate } = useAppState();
  const tracked = trackedOf(draft, step);
  const quality = draft.quality === null ? '' : t(`accounts:qualities.${draft.quality}`);
  const language = i18n.language as ReaderLanguage;
  const rights = listed(
    draft.rights.map((right) => rightLabels[right]),
    language,
  );
  const what = t(`chaman.steps.${step}.what`, { quality, rights });
  const change = (change: Partial<Tracked>): void =>
    put({ tracked: { ...draft.tracked, [step]: { ...tracked, ...change } } });
  return (
    <li className="task">
      <Chip {...looks[tracked.state]}>{t(`chaman.${tracked.state}`)}</Chip>
      <div>
        <div className="what">{what}</div>
        <div className="who">{t(`chaman.steps.${step}.who`)}</div>
        {tracked.state === 'waiting' && (
          <div className="who row-of">
            <input
              className="input small"
              aria-label={`${t('chaman.waitingFor')} ${what}`}
              placeholder={t('chaman.waitingFor')}
              maxLength={80}
              value={tracked.who}
              onChange={(event) => change({ who: event.target.value })}
            />
            {tracked.since !== null &&
              t('chaman.waitingSince', { date: formats.day(tracked.since, 'medium') })}
          </div>
        )}
      </div>
      <div className="do">
        <select
          className="input small select"
          aria-label={`${t('chaman.status')}: ${what}`}
          value={tracked.state}
          onChange={(event) => {
            const state = event.target.value as Tracked['state'];
            change({ state, since: state === 'waiting' ? (practiceDate ?? brusselsToday()) : null });
          }}
        >
          {(['todo', 'waiting', 'done'] as const).map((state) => (
            <option key={state} value={state}>
              {t(`chaman.${state}`)}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}
