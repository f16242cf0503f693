// The words of an outcome: what happened, the time of the service, what to do. The same are shown and read aloud.
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import type { Stage } from './stage.ts';

export type OutcomeWords = { title: string; time: string | null; lines: string[] };

/** Null: nothing is told at this stage. `contact`: whom workers can call; empty when nobody was given. */
export function useOutcomeWords(contact: string): (stage: Stage) => OutcomeWords | null {
  const { t } = useTranslation('registration-point');
  const errors = useTranslation('errors');
  const formats = useFormats();
  const call = contact === '' ? [] : [t('mode.call', { contact })];
  return (stage) => {
    switch (stage.kind) {
      case 'registered':
        return {
          title: t(`mode.registered.${stage.type}`),
          time: formats.time(stage.at),
          lines: [
            ...(stage.again ? [t('mode.registered.again')] : []),
            ...(stage.enrolled ? [t('mode.registered.enrolled')] : []),
          ],
        };
      case 'already':
        return {
          title: t(`mode.already.${stage.type}`),
          time: null,
          lines: [t('mode.already.what')],
        };
      case 'checking':
        return { title: t('mode.checking.title'), time: null, lines: [t('mode.checking.what'), ...call] };
      case 'refused':
        return {
          title: t('mode.notRegistered'),
          time: null,
          lines: [t(`mode.refused.${stage.code}`), ...(stage.code === 'numberWrong' ? [] : call)],
        };
      case 'failed':
        return { title: t('mode.notRegistered'), time: null, lines: [errors.t(stage.code), ...call] };
      default:
        return null;
    }
  };
}
