// Runs before the first paint: the learner's theme and text size, from the note that src/lib/state/look.ts leaves.
try {
  const { theme, textScale } = JSON.parse(localStorage.getItem('harmattan.look'));
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (textScale >= 1 && textScale <= 2) document.documentElement.style.setProperty('--text-scale', textScale);
} catch {
  // No note, or no access to it: the system's theme and the browser's text size hold.
}
