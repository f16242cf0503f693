// The form of a registration point: site, ways, languages, sound and the PIN that leads out of it.
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorksDeclaration } from '../../../preload/contract/works-declarations.ts';
import { useAct } from '../../calls.ts';
import { type Language, languageNames, languages, localeOf } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField, SelectField } from '../../ui/choice-fields.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { giveScreenBack, takeScreen } from './full-screen.ts';
import {
  channels,
  emptySetUp,
  orderOf,
  problemsOf,
  type SetUp,
  type SetUpProblem,
  toggled,
} from './set-up.ts';
import type { Tone } from './stage.ts';
import { TickList } from './tick-list.tsx';
import { play } from './tones.ts';

const fieldOf: Record<SetUpProblem, string> = {
  siteMissing: 'site',
  channelMissing: 'channels',
  languageMissing: 'languages',
  pinUnfit: 'pin',
  pinDifferent: 'pinAgain',
};

/** What main refuses by its rules, as a sentence at the field that it concerns. */
const ruleFields = {
  'PNT-PIN-DIFFERENT': 'pinAgain',
  'PNT-WORKS-OVER': 'site',
  'PNT-PLACE-MISSING': 'site',
  'PNT-CHANNELS': 'channels',
} as const;
type Rule = keyof typeof ruleFields;

export function SetUpForm({ sites }: { sites: WorksDeclaration[] }) {
  const { t, i18n } = useTranslation('registration-point');
  const start = useAct('point.start');
  const [setUp, setSetUp] = useState<SetUp>(() => emptySetUp(i18n.language as Language));
  const [pins, setPins] = useState({ pin: '', pinAgain: '' });
  const [attempt, setAttempt] = useState(0);
  const [typedSince, setTypedSince] = useState(true);
  const change = (part: Partial<SetUp>): void => {
    setSetUp((known) => ({ ...known, ...part }));
    setTypedSince(true);
  };
  const site = sites.find(({ id }) => id === setUp.siteId) ?? (sites.length === 1 ? sites[0] : undefined);
  const rules = start.failure?.code === 'refusedByRule' ? String(start.failure.details?.['rules'] ?? '') : '';
  const problems: FieldProblem[] = [
    ...problemsOf(setUp, site, pins).map((code) => ({ name: fieldOf[code], message: t(`problem.${code}`) })),
    ...(typedSince ? [] : (Object.keys(ruleFields) as Rule[]))
      .filter((rule) => rules.includes(rule))
      .map((rule) => ({ name: ruleFields[rule], message: t(`rule.${rule}`) })),
  ];
  const errorOf = (name: string): string | undefined =>
    attempt === 0 ? undefined : problems.find((problem) => problem.name === name)?.message;

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (site === undefined || problemsOf(setUp, site, pins).length > 0) return;
    // Only a press lets a page have the whole screen: the answer may come too late for it.
    takeScreen();
    const answer = await start.run({
      worksReference: site.reference,
      employerId: site.employerId,
      ...pins,
      channels: [...setUp.channels],
      languages: orderOf(setUp),
      sound: setUp.sound,
    });
    if (answer.ok) return;
    giveScreenBack();
    setTypedSince(false);
    setAttempt((count) => count + 1);
  };
  const pinField = (name: 'pin' | 'pinAgain') => ({
    name,
    type: 'password' as const,
    short: true,
    inputMode: 'numeric' as const,
    maxLength: 12,
    value: pins[name],
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) => {
      setPins((known) => ({ ...known, [name]: event.target.value }));
      setTypedSince(true);
    },
  });
  return (
    <form className="form" noValidate onSubmit={(event) => void begin(event)}>
      <ErrorSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
      <SelectField
        name="site"
        label={t('setUp.site')}
        error={errorOf('site')}
        value={site?.id ?? ''}
        onChange={(event) => change({ siteId: event.target.value })}
        choices={[
          ...(site === undefined ? [{ value: '', label: t('setUp.choose') }] : []),
          ...sites.map(({ id, name, employerName }) => ({ value: id, label: `${name} – ${employerName}` })),
        ]}
      />
      <TickList
        name="channels"
        label={t('setUp.channels')}
        error={errorOf('channels')}
        all={channels.map((value) => ({
          value,
          label: t(`setUp.channel.${value}`),
          hint: t(`setUp.channelWhat.${value}`),
        }))}
        ticked={setUp.channels}
        onToggle={(one) => change({ channels: toggled(channels, setUp.channels, one) })}
      />
      <TickList
        name="languages"
        label={t('setUp.languages')}
        error={errorOf('languages')}
        all={languages.map((value) => ({ value, label: languageNames[value], lang: localeOf(value) }))}
        ticked={setUp.languages}
        onToggle={(one) => change({ languages: toggled(languages, setUp.languages, one) })}
      />
      {setUp.languages.length > 1 && (
        <SelectField
          name="first"
          label={t('setUp.first')}
          hint={t('setUp.firstHint')}
          value={orderOf(setUp)[0] ?? 'nl'}
          onChange={(event) => change({ first: event.target.value as Language })}
          choices={orderOf({ ...setUp, first: 'nl' }).map((value) => ({
            value,
            label: languageNames[value],
          }))}
        />
      )}
      <div className="point-sound">
        <CheckboxField
          name="sound"
          label={t('setUp.sound')}
          hint={t('setUp.soundHint')}
          checked={setUp.sound}
          onChange={(event) => change({ sound: event.target.checked })}
        />
        <fieldset className="row-of" aria-label={t('setUp.try')}>
          {(['IN', 'OUT', 'no'] as const satisfies readonly Tone[]).map((tone) => (
            <Button key={tone} small icon="play" onPress={() => play(tone)}>
              {t(`setUp.tone.${tone}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <TextField {...pinField('pin')} label={t('setUp.pin')} hint={t('setUp.pinHint')} />
      <TextField {...pinField('pinAgain')} label={t('setUp.pinAgain')} />
      {rules === '' && <FailureNote failure={start.failure} />}
      <div className="wizard-acts">
        <Button primary type="submit" busy={start.busy}>
          {t('setUp.start')}
        </Button>
      </div>
    </form>
  );
}
