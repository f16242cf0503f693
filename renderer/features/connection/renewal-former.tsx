// Certificates that signed before: taken off in Chaman, removed here, or put in use again.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountCertificate } from '../../../preload/contract/renewal.ts';
import { useAct } from '../../calls.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { BackDialog, LetGoDialog } from './renewal-former-dialogs.tsx';
import type { Renewal } from './renewal-page.tsx';

type FormerProps = {
  renewal: Renewal;
  /** The certificate that was in use when the page last looked. */
  seen: RefObject<string | undefined>;
};

export function FormerCertificates({ renewal, seen }: FormerProps) {
  const { t } = useTranslation('certificate-life');
  const title = useRef<HTMLSpanElement>(null);
  // After a switch this is what is left to do: the pressed button is gone, so focus comes here.
  const current = renewal.current?.certificateId;
  useEffect(() => {
    if (seen.current !== current) title.current?.focus();
    seen.current = current;
  }, [current, seen]);
  return (
    <Sheet
      title={
        <span ref={title} tabIndex={-1}>
          {t('renewal.former.title')}
        </span>
      }
      flush
    >
      <ul className="renewal-steps">
        {renewal.former.map((former) => (
          <Former key={former.certificateId} renewal={renewal} former={former} />
        ))}
      </ul>
    </Sheet>
  );
}

function Former({ renewal, former }: { renewal: Renewal; former: AccountCertificate }) {
  const { t } = useTranslation('certificate-life');
  const formats = useFormats();
  const toast = useToast();
  const [open, setOpen] = useState<'back' | 'letGo' | null>(null);
  const practice = useAct('renewal.setInPractice');
  const note = useAct('renewal.noteInChaman');
  const pair = { accountId: renewal.accountId, certificateId: former.certificateId };
  const { name } = former;
  const isHeld = former.addedInChamanAt !== null;
  const takeOff = async (act: typeof practice | typeof note): Promise<void> => {
    const result = await act.run({ ...pair, held: false });
    if (result.ok) toast({ text: t('renewal.former.takenOff', { name }) });
  };
  return (
    <li className="now">
      <Chip tone={isHeld ? 'warn' : 'plain'} icon={isHeld ? 'key' : 'check'}>
        {t(isHeld ? 'renewal.former.held' : 'renewal.former.off')}
      </Chip>
      <div>
        <h3>{name}</h3>
        <div className="step-body">
          <p>
            {t('renewal.former.since', {
              date: former.since === null ? '' : formats.dayOf(former.since, 'long'),
              until: formats.dayOf(former.notAfter, 'long'),
            })}
            {'. '}
            {t('renewal.former.what')}
          </p>
          <div className="row-of">
            {isHeld && renewal.practice && (
              <Button busy={practice.busy} onPress={() => void takeOff(practice)}>
                {t('renewal.former.practice')}
              </Button>
            )}
            {isHeld && (
              <Button busy={note.busy} onPress={() => void takeOff(note)}>
                {t('renewal.former.said')}
              </Button>
            )}
            {!former.over && former.stored && (
              <Button plain icon="undo" onPress={() => setOpen('back')}>
                {t('renewal.former.back')}
              </Button>
            )}
            <Button plain icon="trash" onPress={() => setOpen('letGo')}>
              {t('renewal.former.letGo')}
            </Button>
          </div>
          <FailureNote failure={practice.failure ?? note.failure} />
        </div>
      </div>
      {open === 'back' && <BackDialog pair={pair} former={former} onClose={() => setOpen(null)} />}
      {open === 'letGo' && <LetGoDialog pair={pair} former={former} onClose={() => setOpen(null)} />}
    </li>
  );
}
