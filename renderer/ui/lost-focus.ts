// Focus never falls to the page's body: when what had it goes away, it goes to the heading of the nearest part that stays.

/** Long enough for a page, a step or a dialog to move focus itself, too short to type in the meantime. In ms. */
const patience = 60;
const kept = 4;
const dialogs = '[role="dialog"], [role="alertdialog"]';

/** Until the answer is called. */
export function watchLostFocus(): () => void {
  // Each focused element with what stood around it, the latest first: after a dialog, the one that opened it may be gone too.
  let trails: Element[][] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    // Of a dialog the latest alone: however long somebody walks through it, what opened it stays known.
    const inside = target.closest(dialogs);
    const others = inside === null ? trails : trails.filter((trail) => !trail.includes(inside));
    trails = [around(target), ...others].slice(0, kept);
  };
  const forgetWhenLeft = (): void => {
    setTimeout(() => {
      // A press beside everything takes focus away on purpose.
      if (isLost() && trails[0]?.[0]?.isConnected) trails = [];
    });
  };
  const look = (): void => {
    clearTimeout(timer);
    if (isLost() && trails[0]?.[0]?.isConnected === false)
      timer = setTimeout(() => catchIt(trails), patience);
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forgetWhenLeft);
  return () => {
    clearTimeout(timer);
    watcher.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forgetWhenLeft);
  };
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function around(element: Element): Element[] {
  const trail: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement)
    trail.push(at);
  return trail;
}

function catchIt(trails: readonly Element[][]): void {
  if (!isLost()) return;
  const main = document.querySelector('main');
  const parts = trails.flatMap((trail) => trail.filter((part) => part.isConnected && main?.contains(part)));
  const headings = [...parts, main].map((part) => headingOf(part));
  const goal = openerOf(trails) ?? headings.find((heading) => heading !== null) ?? main;
  if (goal === null) return;
  if (goal.tabIndex < 0) goal.tabIndex = -1;
  goal.focus();
}

/** What had the focus before a dialog that is gone: on a busy machine the dialog's own way back may come later than this. */
function openerOf([gone = [], ...before]: readonly Element[][]): HTMLElement | null {
  const dialog = gone.find((part) => part.matches(dialogs));
  if (dialog === undefined) return null;
  // Gone as well, as a row that the dialog took away: then whoever shows the row's place says where to go.
  const opener = before.find((trail) => !trail.includes(dialog))?.[0];
  return opener instanceof HTMLElement && opener.isConnected ? opener : null;
}

/** Not of a list: the heading there is that of another entry. */
const headingOf = (part: Element | null): HTMLElement | null =>
  part === null || part.matches('ul, ol, dl, table, tbody')
    ? null
    : part.querySelector<HTMLElement>('h1, h2, h3, h4');
