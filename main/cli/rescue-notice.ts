// The notice before reading, on the command line: told, and accepted by whoever says so.
import type { Context, Outcome } from './command.ts';

const parts = ['purpose', 'duty', 'files', 'certified'] as const;

/** Null: go on. With `--accept-notice` it is accepted; without it is told, and the call is refused by main. */
export async function acceptFirst({ app, values, t, progress }: Context): Promise<Outcome | null> {
  const status = await app.call('rescue.status', {});
  if (!status.ok) return { result: status };
  if (status.value.notice.acceptedAt !== null) return null;
  const accepts = values['accept-notice'] === true;
  if (!accepts) progress(t('rescue.noticeFirst'));
  for (const part of parts) progress(t(`rescue:notice.${part}`));
  if (!accepts) return null;
  const accepted = await app.call('rescue.acceptNotice', { accepted: true });
  return accepted.ok ? null : { result: accepted };
}
