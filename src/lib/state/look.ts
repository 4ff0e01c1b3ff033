import type { Settings } from '#lib/storage/settings.ts';
import { keepNote } from './note.ts';

/** Shows the page in the learner's theme and text size, and leaves a note for static/theme.js at the next load. */
export function applyLook({ theme, textScale }: Pick<Settings, 'theme' | 'textScale'>): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  style.setProperty('--text-scale', String(textScale));
  colourSystemBars(theme);
  keepNote('harmattan.look', JSON.stringify({ theme, textScale }));
}

/** The page has one colour for the system's bars a scheme; a chosen theme switches the other one off. */
function colourSystemBars(theme: Settings['theme']): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = (meta.dataset['scheme'] ??= meta.media.includes('dark') ? 'dark' : 'light');
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${scheme})`;
    else meta.media = theme === scheme ? 'all' : 'not all';
  }
}
