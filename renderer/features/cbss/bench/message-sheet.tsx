// The message itself: its text, which may be changed, the same in colours, and what can be done with it.
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestMessage } from '../../../../preload/contract/cbss-workbench.ts';
import { useAct } from '../../../calls.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { OfflineNote } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { BenchFailure } from './bench-failure.tsx';
import { putOnBench } from './in-hand.ts';
import type { BenchResult } from './workbench-page.tsx';
import { XmlView } from './xml-view.tsx';

type MessageSheetProps = {
  text: string;
  /** How often one was built: the form that had the focus is folded away then. */
  builds: number;
  onText: (text: string) => void;
  onResult: (result: BenchResult | null) => void;
  /** Why it cannot be signed, or sent, now. */
  noSign: string | null;
  noSend: string | null;
};

export function MessageSheet({ text, builds, onText, onResult, noSign, noSend }: MessageSheetProps) {
  const { t } = useTranslation('cbss');
  const sign = useAct('cbssWorkbench.sign');
  const check = useAct('cbssWorkbench.check');
  const send = useAct('cbssWorkbench.send');
  const explain = useAct('cbssWorkbench.explain');
  const [attempt, setAttempt] = useState(0);
  // What came back for the message as it stands: the answer that Explain is about.
  const [answered, setAnswered] = useState<{ text: string; result: BenchResult } | null>(null);
  // Typing goes on while a long message is drawn anew.
  const drawn = useDeferredValue(text);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (builds > 0) field.current?.focus();
  }, [builds]);
  const acts = [sign, check, send, explain];
  const problem =
    text.trim() === ''
      ? t('workbench.empty')
      : text.length > longestMessage
        ? t('workbench.tooLong', { max: longestMessage })
        : null;
  const problems = attempt > 0 && problem !== null ? [{ name: 'message', message: problem }] : [];
  /** The failure of the step before says nothing of this one. */
  const begin = (): boolean => {
    setAttempt((count) => count + 1);
    for (const act of acts) act.forget();
    onResult(null);
    return problem === null;
  };
  const doSign = async (): Promise<void> => {
    if (!begin()) return;
    const done = await sign.run({ xml: text });
    if (!done.ok) return;
    putOnBench(done.value.xml);
    onResult({ kind: 'inspection', inspection: done.value.inspection, signed: true });
  };
  const doCheck = async (): Promise<void> => {
    if (!begin()) return;
    const done = await check.run({ xml: text });
    if (done.ok) onResult({ kind: 'inspection', inspection: done.value, signed: false });
  };
  const doSend = async (): Promise<void> => {
    if (!begin()) return;
    const done = await send.run({ xml: text });
    if (!done.ok) return;
    const result: BenchResult = { kind: 'outcome', ...done.value };
    setAnswered({ text, result });
    onResult(result);
  };
  const doExplain = async (): Promise<void> => {
    if (!begin()) return;
    if (answered?.text === text) return onResult(answered.result);
    const done = await explain.run({ xml: text });
    if (done.ok) onResult({ kind: 'outcome', outcome: done.value.outcome });
  };
  const failure = acts.find((act) => act.failure !== null)?.failure ?? null;
  return (
    <Sheet title={t('workbench.message')} stacked>
      <ErrorSummary problems={problems} attempt={attempt} />
      <div className="cbss-message">
        <TextField
          ref={field}
          name="message"
          label={t('workbench.text')}
          hint={t('workbench.messageWhat')}
          error={problems[0]?.message}
          lines={8}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      {drawn.trim() !== '' && drawn.length <= longestMessage && (
        <XmlView text={drawn} label={t('workbench.drawn')} />
      )}
      {/<(?:\w+:)?ssin>/.test(text) && <Note>{t('workbench.numbersWarn')}</Note>}
      <OfflineNote />
      <BenchFailure failure={failure} />
      <div className="row-of">
        <Button icon="key" busy={sign.busy} blocked={noSign} onPress={() => void doSign()}>
          {t('workbench.sign')}
        </Button>
        <Button icon="check-ring" busy={check.busy} onPress={() => void doCheck()}>
          {t('workbench.check')}
        </Button>
        <Button primary icon="send" busy={send.busy} blocked={noSend} onPress={() => void doSend()}>
          {t('workbench.send')}
        </Button>
        <Button icon="help" busy={explain.busy} onPress={() => void doExplain()}>
          {t('workbench.explain')}
        </Button>
      </div>
    </Sheet>
  );
}
