// Whether the connection asks for the enterprise that keeps the register, and what saving it filled in.
import { useTranslation } from 'react-i18next';
import type { CbssProfile } from '../../../../preload/contract/cbss.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';

/** Nothing where both name the same one, or one names none. */
export function OwnerBeside({ profile }: { profile: CbssProfile }) {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  const { otherOwner, registerOwner } = profile;
  if (otherOwner === null || registerOwner === null) return null;
  const [number, owner] = [otherOwner, registerOwner].map((one) => formats.enterpriseNumber(one));
  return (
    <Note tone="warn">
      <p>{t('profile.otherOwner', { number, owner })}</p>
      <LinkButton small to="/settings/register">
        {t('profile.toOwner')}
      </LinkButton>
    </Note>
  );
}

/** The sentence to follow that it was saved; null where the register named somebody already. */
export function useOwnerFilled(before: CbssProfile): (after: CbssProfile) => string | null {
  const { t } = useTranslation('cbss');
  const formats = useFormats();
  return ({ registerOwner }) =>
    before.registerOwner !== null || registerOwner === null
      ? null
      : t('profile.ownerFilled', { number: formats.enterpriseNumber(registerOwner) });
}
