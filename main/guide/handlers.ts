// The calls `guide.*`. `flaState` says how the training accounts stand on the business date.
import { ok } from '../../preload/contract/result.ts';
import type { HandlersOf } from '../platform/handler.ts';
import type { Session } from '../platform/session.ts';
import { checklistLines } from './checklist.ts';
import { finishGuide, removeGuide, setStep, startGuide } from './keep-guide.ts';
import { type FlaState, planRoad } from './plan-road.ts';
import { printGuide, saveMail } from './save-documents.ts';
import { showGuide, summaries } from './show-guide.ts';
import { stepMail } from './step-mail.ts';

export function guideHandlers(session: Session, flaState: () => FlaState): HandlersOf<'guide'> {
  const shown = (id: string) => showGuide(session, id, flaState());
  return {
    'guide.road': ({ plan }) => ok(planRoad(session, plan, flaState())),
    'guide.list': ({ finished }) => ok({ rows: summaries(session, finished, flaState()) }),
    'guide.show': ({ id }) => shown(id),
    'guide.start': (input) => startGuide(session, input, flaState()),
    'guide.setStep': (input) => setStep(session, input, flaState()),
    'guide.finish': (input) => finishGuide(session, input),
    'guide.remove': (input) => removeGuide(session, input),
    'guide.mail': ({ id, step, language }) => {
      const guide = shown(id);
      return guide.ok ? stepMail(session, guide.value, step, language) : guide;
    },
    'guide.saveMail': async (input, { windowId }) => {
      const guide = shown(input.id);
      return guide.ok ? saveMail(session, windowId, guide.value, input) : guide;
    },
    'guide.checklist': ({ id, language }) => {
      const guide = shown(id);
      if (!guide.ok) return guide;
      return ok({ lines: checklistLines(session.texts, guide.value, language, session.businessDate()) });
    },
    'guide.print': async (input, { windowId }) => {
      const guide = shown(input.id);
      return guide.ok ? printGuide(session, windowId, guide.value, input) : guide;
    },
  };
}
