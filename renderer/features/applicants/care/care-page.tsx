// Care for the answers: how long they are kept, what is kept now, when the next goes, and what was erased with its proof.
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../preload/contract/index.ts';
import { useAct, useCall } from '../../../calls.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { ErrorState, FailureNote } from '../../../ui/failure.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Page } from '../../../ui/page.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';

type Care = CallOutput<'applicantCare.get'>;
const mostDays = 1_000;

export default function CarePage() {
  const { t } = useTranslation('applicants');
  const care = useCall('applicantCare.get', {});
  return (
    <Page
      title={t('care.title')}
      lead={t('care.lead')}
      acts={
        <LinkButton to="/applicants" icon="back">
          {t('common.board')}
        </LinkButton>
      }
    >
      {care.error !== null && <ErrorState failure={care.error} onAgain={() => void care.refetch()} />}
      {care.isPending && <Loading lines={6} />}
      {care.data !== undefined && (
        <>
          <Keeping key={care.data.keepDays} care={care.data} />
          <Erasures care={care.data} />
        </>
      )}
    </Page>
  );
}

function Keeping({ care }: { care: Care }) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const toast = useToast();
  const update = useAct('applicantCare.update');
  const [typed, setTyped] = useState(String(care.keepDays));
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
    const fits = days <= mostDays;
    setWrong(!fits);
    if (!fits) return field.current?.focus();
    const result = await update.run({ keepDays: days });
    if (result.ok) toast({ text: t('care.saved', { count: days }) });
  };
  return (
    <Sheet title={t('care.keep.title')} stacked>
      <p>{t('care.keep.what')}</p>
      <Facts
        facts={[
          { label: t('care.kept'), value: t('care.answers', { count: care.kept }) },
          {
            label: t('care.next'),
            value: care.nextErasure === null ? t('care.nothing') : formats.day(care.nextErasure, 'full'),
          },
        ]}
      />
      <form className="form" onSubmit={(event) => void save(event)}>
        <TextField
          ref={field}
          name="keepDays"
          label={t('care.keep.label')}
          hint={t('care.keep.hint')}
          error={wrong ? t('care.keep.wrong', { most: mostDays }) : undefined}
          value={typed}
          short
          inputMode="numeric"
          maxLength={40}
          onChange={({ target }) => setTyped(target.value)}
        />
        <FailureNote failure={update.failure} />
        <div>
          <Button type="submit" busy={update.busy}>
            {t('care.keep.save')}
          </Button>
        </div>
      </form>
      <Note>{t('care.outside')}</Note>
    </Sheet>
  );
}

function Erasures({ care }: { care: Care }) {
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  if (care.erasures.length === 0)
    return (
      <Sheet title={t('care.erasures.title')} flush>
        <Empty slim icon="trash" title={t('care.erasures.none')}>
          {t('care.erasures.noneWhat')}
        </Empty>
      </Sheet>
    );
  return (
    <Sheet title={t('care.erasures.title')} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="grid-scroll" tabIndex={0} aria-label={t('care.erasures.list')}>
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('care.erasures.at')}</th>
              <th scope="col">{t('care.erasures.why')}</th>
              <th scope="col" className="end">
                {t('care.erasures.answers')}
              </th>
              <th scope="col">{t('care.erasures.digest')}</th>
            </tr>
          </thead>
          <tbody>
            {care.erasures.map(({ id, at, reason, answers, digest }) => (
              <tr key={id}>
                <td>{formats.moment(at)}</td>
                <td>{t(`care.reasons.${reason}`)}</td>
                <td className="end">{formats.number(answers)}</td>
                <td>
                  <span className="hash">{digest}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="sheet-body quiet-text">{t('care.erasures.what')}</p>
    </Sheet>
  );
}
