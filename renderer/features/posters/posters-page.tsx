// Posters and notices: choose sites, say how they look, see the page, make them, and save them once every code was read again.
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { mostPosters } from '../../../preload/contract/posters.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { useKeptView } from '../../ui/kept-view.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RoomTabs } from '../presences/room-tabs.tsx';
import { MakingPosters, usePosterJob } from './making-posters.tsx';
import { PosterForm } from './poster-form.tsx';
import { firstLook, lookInput, type PosterLook, readLook, wrongIn } from './poster-look.ts';
import { PosterPreview } from './poster-preview.tsx';
import { type ChosenSites, SiteChoice } from './site-choice.tsx';
import './posters.css';

export default function PostersPage() {
  const { t, i18n } = useTranslation('posters');
  const { id } = useParams();
  const { environment } = useAppState();
  const [kept, keep] = useKeptView('poster-look', readLook);
  const [changed, setChanged] = useState<Partial<PosterLook>>({});
  const look: PosterLook = { ...firstLook, ...kept, ...changed };
  const [chosen, setChosen] = useState<ChosenSites>(new Map());
  const asked = useCall('worksDeclaration.get', { id: id ?? '' }, { enabled: id !== undefined });
  useEffect(() => {
    if (asked.data !== undefined) setChosen(new Map([[asked.data.id, asked.data]]));
  }, [asked.data]);
  const [attempt, setAttempt] = useState(0);
  const make = useAct('poster.make');
  const job = usePosterJob();

  const sites = [...chosen.values()];
  const numberOnly = environment.kind === 'practice' ? 0 : sites.filter(({ url }) => url === null).length;
  const sentences = { languages: t('form.languagesNone'), phone: t('form.channelsNone') };
  const problems: FieldProblem[] = [
    ...(sites.length === 0 ? [{ name: 'sites', message: t('form.sitesNone') }] : []),
    ...(sites.length > mostPosters ? [{ name: 'sites', message: t('sites.tooMany') }] : []),
    ...wrongIn(look).map((name) => ({ name, message: sentences[name] })),
  ];
  const shown = attempt > 0 ? problems : [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (problems.length > 0) return;
    setAttempt(0);
    keep(look);
    const language = (['nl', 'fr', 'de', 'en'] as const).find((one) => i18n.language.startsWith(one)) ?? 'nl';
    await make.run({ worksIds: sites.map((site) => site.id), ...lookInput(look), language });
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RoomTabs current="/presences/works" />
      <ErrorSummary problems={shown} attempt={attempt} />
      <div className="posters">
        <div className="posters-sites" id="f-sites" tabIndex={-1}>
          <Sheet title={t('sites.title')} flush>
            <SiteChoice chosen={chosen} onChoose={setChosen} />
          </Sheet>
          {numberOnly > 0 && (
            <Note tone="warn">
              <p>
                <strong>{t('codeNone.title', { count: numberOnly })}</strong>
              </p>
              <p>{t('codeNone.what')}</p>
              <p>
                <TextLink to="/presences/works">{t('codeNone.open')}</TextLink>
              </p>
            </Note>
          )}
          <Sheet title={t('preview.title')} stacked>
            <PosterPreview site={sites[0]} look={look} />
          </Sheet>
        </div>
        <Sheet title={t('form.title')} stacked>
          <form className="form" noValidate onSubmit={(event) => void submit(event)}>
            <PosterForm
              look={look}
              onChange={(change) => setChanged((known) => ({ ...known, ...change }))}
              errorOf={(name) => shown.find((problem) => problem.name === name)?.message}
            />
            <FailureNote failure={make.failure} />
            <div className="row-of">
              <Button primary type="submit" busy={make.busy || job?.state === 'running'}>
                {t('form.make', { count: sites.length })}
              </Button>
            </div>
          </form>
          <MakingPosters job={job} />
        </Sheet>
      </div>
    </Page>
  );
}
