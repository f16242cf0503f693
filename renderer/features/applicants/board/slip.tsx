// One request on the board: who or which, what is to know, until when; and Read where it was approved.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApplicantRequest } from '../../../../preload/contract/applicants.ts';
import { useFormats } from '../../../i18n/formats.ts';
import { Chip } from '../../../ui/chip.tsx';
import { canRead, canWithdraw, slipEnd, slipMore, slipTitle } from './slip-words.ts';

type SlipProps = {
  request: ApplicantRequest;
  index: number;
  /** The one that Tab reaches in its lane. */
  reached: boolean;
  current: boolean;
  /** Stands among requests of other columns. */
  mixed: boolean;
  /** The employer must be said: requests of all of them are shown. */
  employer: boolean;
  today: readonly string[];
  busy: boolean;
  onRead: (request: ApplicantRequest) => void;
};

/** Drawn again only when something of it changed: a board has sixty of them. */
export const Slip = memo(function Slip(props: SlipProps) {
  const { request, index, reached, current, mixed, employer, today, busy, onRead } = props;
  const { t } = useTranslation('applicants');
  const formats = useFormats();
  const end = slipEnd(t, formats, request, mixed);
  const keys = ['Enter', canRead(request) ? 'R' : '', canWithdraw(request) ? 'W' : ''].filter(Boolean);
  return (
    <>
      <Link
        href={`/applicants/${request.id}`}
        className="slip-link"
        tabIndex={reached ? 0 : -1}
        data-index={index}
        data-id={request.id}
        aria-current={current ? 'true' : undefined}
        aria-keyshortcuts={keys.join(' ')}
      >
        <span className="slip-words">
          <b>{slipTitle(t, request)}</b>
          <span className="quiet-text">{slipMore(t, formats, request, { today, employer })}</span>
        </span>
        {end !== null && (
          <span className="slip-end">
            {end.chip === undefined ? (
              <span className="quiet-text">{end.words}</span>
            ) : (
              <Chip {...end.chip}>{end.words}</Chip>
            )}
          </span>
        )}
      </Link>
      {request.column === 'approved' && canRead(request) && (
        <button
          type="button"
          className="button small"
          tabIndex={reached ? 0 : -1}
          aria-disabled={busy}
          onClick={() => busy || onRead(request)}
        >
          {t('board.read')}
          <span className="only-read-aloud">: {slipTitle(t, request)}</span>
        </button>
      )}
    </>
  );
});
