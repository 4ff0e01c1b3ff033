/** For `{@attach focusNow}`: moves the focus here when the element appears, without scrolling the page. */
export function focusNow(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** For `{@attach scrollHere}`: brings the element into view when it appears; CSS decides how smoothly. */
export function scrollHere(element: HTMLElement): void {
  element.scrollIntoView({ block: 'nearest' });
}
