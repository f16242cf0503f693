// What is done with a guide as a whole: print it, save it as text, finish it, take it away. The last two can be undone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Guide } from '../../../preload/contract/guide.ts';
import { type Language, languages } from '../../../preload/contract/values.ts';
import { useAct } from '../../calls.ts';
import { languageNames } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { Note } from '../../ui/note.tsx';
import { useSavedToast } from '../../ui/open-saved.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useGuideWords } from './guide-words.ts';

export function GuideActs({ guide }: { guide: Guide }) {
  const { t } = useTranslation('guide');
  const [, go] = useLocation();
  const toast = useToast();
  const savedToast = useSavedToast();
  const [language, setLanguage] = useState<Language>(useGuideWords().language);
  const print = useAct('guide.print');
  const finish = useAct('guide.finish');
  const remove = useAct('guide.remove');
  const { id, revision } = guide;
  const finished = guide.finishedAt !== null;
  const open = finished ? 0 : guide.total - guide.done;
  const [asking, setAsking] = useState(false);
  const save = async (form: 'pdf' | 'txt'): Promise<void> => {
    const result = await print.run({ id, language, form });
    if (result.ok && result.value.saved)
      savedToast(t('page.saved', { name: result.value.name }), result.value.name);
  };
  const end = async (): Promise<void> => {
    const result = await finish.run({ id, expectedRevision: revision, finished: !finished });
    if (!result.ok) return;
    setAsking(false);
    toast({
      text: t(finished ? 'page.reopened' : 'page.finished'),
      act: {
        label: t('page.undo'),
        onAct: () => void finish.run({ id, expectedRevision: result.value.revision, finished }),
      },
    });
  };
  const takeAway = async (): Promise<void> => {
    const result = await remove.run({ id, expectedRevision: revision, removed: true });
    if (!result.ok) return;
    go('/connection/guide');
    toast({
      text: t('page.removed'),
      act: {
        label: t('page.undo'),
        onAct: () => void remove.run({ id, expectedRevision: result.value.revision, removed: false }),
      },
    });
  };
  const left = print.failure?.code === 'cancelled' || print.failure?.code === 'fileNotChosen';
  return (
    <Sheet label={t('page.print')}>
      <div className="guide-print">
        <SelectField
          name="printLanguage"
          label={t('page.printLanguage')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={(event) => setLanguage(event.target.value as Language)}
        />
        <div className="row-of">
          <Button icon="print" busy={print.busy} onPress={() => void save('pdf')}>
            {t('page.print')}
          </Button>
          <Button plain onPress={() => void save('txt')}>
            {t('page.printText')}
          </Button>
        </div>
        <div className="row-of">
          <Button
            icon={finished ? 'again' : 'flag'}
            busy={finish.busy}
            onPress={() => (open > 0 ? setAsking(true) : void end())}
          >
            {t(finished ? 'page.reopenGuide' : 'page.finish')}
          </Button>
          <Button plain icon="trash" busy={remove.busy} onPress={() => void takeAway()}>
            {t('page.remove')}
          </Button>
        </div>
        {asking && (
          <Note tone="warn" announce>
            <p>{t('page.finishOpen', { count: open })}</p>
            <div className="row-of">
              <Button busy={finish.busy} onPress={() => void end()}>
                {t('page.finishAnyway')}
              </Button>
              <Button plain onPress={() => setAsking(false)}>
                {t('page.finishNot')}
              </Button>
            </div>
          </Note>
        )}
      </div>
      <FailureNote failure={left ? null : print.failure} />
      <FailureNote failure={finish.failure ?? remove.failure} />
    </Sheet>
  );
}
