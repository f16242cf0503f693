// The page starts here: language first, so that the first thing drawn is already in the person's words.
import './zod-without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { call } from './bridge.ts';
import { type Language, languages } from './i18n/languages.ts';
import { startTexts } from './i18n/setup.ts';
import './styles/all.css';

const ofSystem = (): Language => {
  const wanted = navigator.languages.map((name) => name.slice(0, 2));
  return languages.find((language) => wanted.includes(language)) ?? 'nl';
};

const state = await call('app.state', {});
await startTexts(state.ok && !state.value.firstRun ? state.value.language : ofSystem());
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
