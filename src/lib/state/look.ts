import type { Settings } from '#lib/storage/settings.ts';
import { keepNote } from './note.ts';

/** Shows the page in the learner's theme and text size, and leaves a note for static/theme.js at the next load. */
export function applyLook({ theme, textScale }: Pick<Settings, 'theme' | 'textScale'>): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  style.setProperty('--text-scale', String(textScale));
  keepNote('harmattan.look', JSON.stringify({ theme, textScale }));
}
