// The page starts here: language first, so that the first thing drawn is already in the person's words.
import './zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { call } from './bridge.ts';
import { languages } from './i18n/languages.ts';
import { startTexts } from './i18n/setup.ts';
import './styles/all.css';

const ofBrowser = () => {
  const wanted = navigator.languages.map((name) => name.slice(0, 2));
  return languages.find((language) => language === wanted[0]) ?? 'nl';
};

// Until a language was chosen main answers that of the PC. A browser may have come without it, and then only speaks English.
const state = await call('app.state', {});
await startTexts(state.ok ? state.value.language : ofBrowser());
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
