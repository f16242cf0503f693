// Buttons, chips, notes, plots, progress, empty and failed states, toasts, menus and dialogs.
import { useState } from 'react';
import { BalancePlot } from '../../../renderer/ui/balance-plot.tsx';
import { Button } from '../../../renderer/ui/button.tsx';
import { Chip, Tag } from '../../../renderer/ui/chip.tsx';
import { ConfirmDialog } from '../../../renderer/ui/dialog.tsx';
import { ErrorState, FailureNote } from '../../../renderer/ui/failure.tsx';
import { Menu, Popover } from '../../../renderer/ui/menu.tsx';
import { MonthBars } from '../../../renderer/ui/month-bars.tsx';
import { Note } from '../../../renderer/ui/note.tsx';
import { Page } from '../../../renderer/ui/page.tsx';
import { ProgressBlock } from '../../../renderer/ui/progress-block.tsx';
import { Sheet, WithPanel } from '../../../renderer/ui/sheet.tsx';
import { Empty, OfflineNote } from '../../../renderer/ui/states.tsx';
import { useToast } from '../../../renderer/ui/toast.tsx';

const balance = {
  rightHundredths: 400,
  carriedOverHundredths: 0,
  completedHundredths: 200,
  plannedHundredths: 100,
  remainingHundredths: 100,
  dayMinutes: 456,
  completedMinutes: 912,
  plannedMinutes: 456,
};
const months = Array.from({ length: 12 }, (_, month) => ({
  completed: month === 1 ? 228 : month === 2 ? 456 : month === 5 ? 228 : 0,
  planned: month === 8 ? 456 : 0,
}));
const failure = { code: 'timeout', retry: 'safe', traceId: '' } as const;

export default function Parts() {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [undone, setUndone] = useState('');
  return (
    <Page
      title="Onderdelen"
      lead={undone}
      acts={
        <Button primary icon="send">
          Verzend
        </Button>
      }
    >
      <WithPanel
        label="Werknemer"
        panel={
          <Sheet title="Rania Bensoltane" stacked>
            <BalancePlot balance={balance} />
            <MonthBars months={months} />
            <ProgressBlock
              label="Verzonden"
              job={{
                id: '0196f2d4-0000-7000-8000-000000000090',
                done: 128,
                total: 480,
                perMinute: 41,
                secondsLeft: 540,
              }}
              facts={['124 aanvaard', '4 geweigerd']}
            />
          </Sheet>
        }
      >
        <Sheet title="Knoppen en staten" stacked>
          <div className="row-of">
            <Button>Gewoon</Button>
            <Button busy>Bezig</Button>
            <Button plain>Vlak</Button>
            <Button small icon="plus" label="Voeg toe" />
            <Button blocked="U bent offline.">Geblokkeerd</Button>
            <Menu
              label="Acties"
              acts={[{ id: 'a', label: 'Kopieer', icon: 'copy', onAct: () => setUndone('gekopieerd') }]}
            />
            <Popover label="Staat">
              <p>Inhoud</p>
            </Popover>
          </div>
          <div className="row-of">
            <Chip>Concept</Chip>
            <Chip tone="ok">Aanvaard</Chip>
            <Chip tone="moving">Wordt verzonden</Chip>
            <Chip tone="warn">Let op</Chip>
            <Chip tone="bad">Geweigerd</Chip>
            <Tag removeLabel="Verwijder" onRemove={() => undefined}>
              1 jan – 30 sep
            </Tag>
          </div>
          <Note>Een opmerking.</Note>
          <Note tone="warn">Let hierop.</Note>
          <OfflineNote />
          <FailureNote failure={{ code: 'outcomeUnknown', retry: 'unknown', traceId: 'abc-123' }} />
          <Empty title="Nog niets" acts={<Button>Voeg toe</Button>}>
            Hier komt iets.
          </Empty>
          <ErrorState failure={failure} onAgain={() => undefined} />
          <div className="row-of">
            <Button
              onPress={() =>
                toast({
                  text: '3 verwijderd.',
                  act: { label: 'Ongedaan maken', onAct: () => setUndone('teruggezet') },
                })
              }
            >
              Toon bericht
            </Button>
            <Button onPress={() => setOpen(true)}>Open vraag</Button>
          </div>
        </Sheet>
      </WithPanel>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="2 opleidingen verzenden?"
        act="Verzend 2 opleidingen"
        onAct={() => {
          setOpen(false);
          setUndone('verzonden');
        }}
      >
        <p>Wat anderen indienden, blijft staan.</p>
      </ConfirmDialog>
    </Page>
  );
}
