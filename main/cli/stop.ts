// Stopping on the command line: shows what would happen, and does it only when it is confirmed.
import { fail } from '../../preload/contract/result.ts';
import type { Stop } from '../../preload/contract/routes.ts';
import { type Context, type Outcome, text } from './command.ts';

/** Without `--confirmed` the answer is stateNotAllowed with the counts. */
export async function stop(context: Context, what: Stop): Promise<Outcome> {
  const { app, values, t, progress } = context;
  const preview = await app.call('route.stopPreview', { stop: what });
  if (!preview.ok) return { result: preview };
  const { totals, from, atOnce } = preview.value;
  const waiting = text(values, 'waiting') ?? (atOnce ? 'keep' : 'leave');
  if (waiting !== 'keep' && waiting !== 'drop' && waiting !== 'leave')
    return { result: fail('invalidInput', { details: { fields: '--waiting' } }) };
  progress(t(atOnce ? 'stop.previewToday' : 'stop.preview', { ...totals, from }));
  if (values['confirmed'] !== true) {
    const details = { reason: 'notConfirmed', ...totals };
    return { result: fail('stateNotAllowed', { details }) };
  }
  const result = await app.call('route.stop', { stop: what, waiting, confirmed: true });
  const said = atOnce ? 'stop.doneToday' : 'stop.done';
  return { result, lines: result.ok ? [t(said, { ...result.value, from })] : [] };
}
