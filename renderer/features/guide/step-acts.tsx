// Where a step is done: the page of the practice portal, the official portal, or a room of this program.
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../preload/contract/guide.ts';
import type { Language } from '../../../preload/contract/values.ts';
import { factsOf, type OwnPlace, type StepId } from '../../../preload/rules/guide/step-catalog.ts';
import { useAppState } from '../../app-state.ts';
import { useAct, useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { emptyAccount } from '../connection/account-draft.ts';
import { emptyGenerate } from '../connection/generate-draft.ts';
import { emptyImport } from '../connection/import-draft.ts';
import { proposeDraft } from '../connection/wizard-drafts.ts';
import { emptyEmployer } from '../employers/employer-form.ts';

const places: Record<OwnPlace, string> = {
  makeCertificate: '/connection/generate',
  importCertificate: '/connection/certificate',
  addAccount: '/connection/account',
  account: '/connection',
  doctor: '/connection/doctor',
  life: '/connection/life',
  outbox: '/outbox',
  connection: '/connection',
  employers: '/employers',
};

export function StepActs({ guide, step }: { guide: Guide; step: StepId }) {
  const { t } = useTranslation('guide');
  const { environment, language } = useAppState();
  const practising = environment.kind === 'practice';
  const openPractice = useAct('practice.openPage');
  const openLink = useAct('app.openLink');
  const { page, place } = factsOf(step);
  const { accountId } = guide;
  const seeking = place === 'employers' && guide.employerId === null;
  const employers = useCall('employer.list', { pageSize: 500 }, { enabled: seeking });
  const found = employers.data?.rows.find((one) => one.enterpriseNumber === guide.enterpriseNumber);
  const employerId = guide.employerId ?? found?.id ?? null;
  // Only an employer itself is added by its own guide: one of a mandatary is about its clients.
  if (seeking && employers.data !== undefined && employerId === null && guide.quality === 'employerNsso')
    return (
      <div className="row-of">
        <LinkButton to="/employers/new" next onFollow={() => propose('employers', guide, language)}>
          {t('page.place.addEmployer')}
        </LinkButton>
      </div>
    );
  if (place !== null) {
    return (
      <div className="row-of">
        <LinkButton
          to={placeOf(place, employerId, accountId)}
          next
          onFollow={() => propose(place, guide, language)}
        >
          {t(`page.place.${place}`)}
        </LinkButton>
      </div>
    );
  }
  if (page === null) return null;
  return (
    <>
      <div className="row-of">
        {practising ? (
          <Button
            icon="globe"
            busy={openPractice.busy}
            onPress={() => void openPractice.run({ page, ...actsFor(guide, step) })}
          >
            {t('page.openPractice')}
          </Button>
        ) : (
          <Button icon="globe" busy={openLink.busy} onPress={() => void openLink.run({ link: 'portal' })}>
            {t('page.openPortal')}
          </Button>
        )}
      </div>
      <FailureNote failure={practising ? openPractice.failure : openLink.failure} />
    </>
  );
}

/** For whom one signs in on the practice portal: a mandate is given by one enterprise and confirmed by the other. */
function actsFor(
  guide: Guide,
  step: StepId,
): Partial<Pick<Guide, 'enterpriseNumber' | 'enterpriseName' | 'quality'>> {
  const { enterpriseNumber, enterpriseName, quality, road, mandatary } = guide;
  const byOther = road.account === 'none';
  if (step === 'giveMandate' && !byOther) return {};
  if (step !== 'acceptMandate' || !byOther) return { enterpriseNumber, enterpriseName, quality };
  const number = mandatary?.enterpriseNumber ?? null;
  return number === null ? {} : { enterpriseNumber: number, enterpriseName: mandatary?.name ?? '' };
}

/** The wizard that follows begins with what the guide knows. */
function propose(place: OwnPlace, guide: Guide, language: Language): void {
  const { enterpriseNumber, enterpriseName, quality, road } = guide;
  const enterprise = { enterpriseNumber, enterpriseName };
  if (place === 'makeCertificate') proposeDraft('generate', { ...emptyGenerate, ...enterprise });
  if (place === 'importCertificate') proposeDraft('import', { ...emptyImport, ...enterprise });
  if (place === 'employers')
    proposeDraft('employer', { ...emptyEmployer(language), enterpriseNumber, name: enterpriseName });
  if (place !== 'addAccount') return;
  // Who followed the guide went through Chaman by hand, in practice too.
  const account = {
    quality,
    rights: road.rights,
    name: enterpriseName.slice(0, 100),
    way: 'portal' as const,
  };
  proposeDraft('account', { ...emptyAccount, ...enterprise, ...account });
}

/** The employer or account itself where it is known: one page less. */
function placeOf(place: OwnPlace, employerId: string | null, accountId: string | null): string {
  if (place === 'employers' && employerId !== null) return `/employers/${employerId}`;
  return place === 'account' && accountId !== null ? `/connection/accounts/${accountId}` : places[place];
}
