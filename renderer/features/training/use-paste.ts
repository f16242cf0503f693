// Ctrl+V on the register: rows of a spreadsheet go to the page that reads them. In a field it is meant for the field.
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { remember } from './room-memory.ts';

/** What may be pasted at once, as the call takes it. */
const mostCharacters = 200_000;

export function usePasteIntoRegister(): void {
  const [, go] = useLocation();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (typing || !/[\t\n;]/.test(text) || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      remember({ pasted: text.slice(0, mostCharacters) });
      go('/training/paste');
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [go]);
}
