const pauseMs = 250;

/**
 * Swallows a click that comes within 250 ms of the one before, so that a double tap or a held key answers once and does not
 * press whatever has appeared in that place. For `{@attach tapGuard}` on the element that holds the buttons.
 */
export function tapGuard(element: HTMLElement): () => void {
  let last = -Infinity;
  const guard = (event: MouseEvent): void => {
    const tooSoon = event.timeStamp - last < pauseMs;
    last = event.timeStamp;
    if (!tooSoon) return;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('click', guard, { capture: true });
  return () => element.removeEventListener('click', guard, { capture: true });
}
