/** For `{@attach focusNow}`: moves the focus here when the element appears, without scrolling the page. */
export function focusNow(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** For `{@attach scrollHere}`: brings the element into view when it appears, as little as needed. */
export function scrollHere(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
}

/** For `{@attach scrollToStart}`: what replaces a long page begins at its top again. */
export function scrollToStart(): void {
  window.scrollTo({ top: 0 });
}
