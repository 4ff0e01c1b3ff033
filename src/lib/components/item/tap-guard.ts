const pauseMs = 250;

/**
 * Swallows a tap that comes within 250 ms of the one before, so that a double tap or a held key answers once and does
 * not press, or move the focus to, whatever has appeared in that place. For `{@attach tapGuard}` on the element that
 * holds the buttons.
 */
export function tapGuard(element: HTMLElement): () => void {
  let last = -Infinity;
  const guard = (event: MouseEvent): void => {
    const tooSoon = event.timeStamp - last < pauseMs;
    if (event.type === 'click') last = event.timeStamp;
    if (!tooSoon) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const listening = new AbortController();
  for (const type of ['mousedown', 'click'] as const) {
    element.addEventListener(type, guard, { capture: true, signal: listening.signal });
  }
  return () => listening.abort();
}
