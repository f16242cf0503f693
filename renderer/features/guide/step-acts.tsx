// Where a step is done: the page of the practice portal, the official portal, or a room of this program.
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../preload/contract/guide.ts';
import { factsOf, type OwnPlace, type StepId } from '../../../preload/rules/guide/step-catalog.ts';
import { useAppState } from '../../app-state.ts';
import { useAct } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { emptyAccount } from '../connection/account-draft.ts';
import { emptyGenerate } from '../connection/generate-draft.ts';
import { emptyImport } from '../connection/import-draft.ts';
import { proposeDraft } from '../connection/wizard-drafts.ts';

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
  const practising = useAppState().environment.kind === 'practice';
  const openPractice = useAct('practice.openPage');
  const openLink = useAct('app.openLink');
  const { page, place } = factsOf(step);
  const { employerId, accountId } = guide;
  if (place !== null) {
    return (
      <div className="row-of">
        <LinkButton to={placeOf(place, employerId, accountId)} next onFollow={() => propose(place, guide)}>
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
function actsFor(guide: Guide, step: StepId): Partial<Pick<Guide, 'enterpriseNumber' | 'quality'>> {
  const { enterpriseNumber, quality, road, mandatary } = guide;
  const byOther = road.account === 'none';
  if (step === 'giveMandate' && !byOther) return {};
  if (step !== 'acceptMandate' || !byOther) return { enterpriseNumber, quality };
  const number = mandatary?.enterpriseNumber ?? null;
  return number === null ? {} : { enterpriseNumber: number };
}

/** The wizard that follows begins with what the guide knows. */
function propose(place: OwnPlace, { enterpriseNumber, enterpriseName, quality, road }: Guide): void {
  const enterprise = { enterpriseNumber, enterpriseName };
  if (place === 'makeCertificate') proposeDraft('generate', { ...emptyGenerate, ...enterprise });
  if (place === 'importCertificate') proposeDraft('import', { ...emptyImport, ...enterprise });
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
