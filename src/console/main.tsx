import './console.css';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client.ts';
import { createSession } from './api/session.ts';
import { App, LANGUAGE_KEY } from './app/app.tsx';
import { remembered } from './app/kept.ts';
import { loadLanguage } from './i18n/load.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
const session = createSession(() => sessionStorage);
const client = createClient(session, fetch.bind(globalThis));
const language = await loadLanguage(remembered(LANGUAGE_KEY) ?? navigator.language);
createRoot(root).render(<App client={client} session={session} language={language} />);
