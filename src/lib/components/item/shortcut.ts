/** Whether a key press is a single-key shortcut: no modifier, no repeat, and not meant for a text field. */
export function isShortcut(event: KeyboardEvent): boolean {
  const { target } = event;
  const typing = target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
  return !typing && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** The option a key stands for: `1` and `a` are the first. Undefined for other keys. */
export function optionIndex(key: string): number | undefined {
  const index = Math.max('123456789'.indexOf(key), 'abcdefghi'.indexOf(key.toLowerCase()));
  return key.length === 1 && index >= 0 ? index : undefined;
}
