/**
 * Marks the installed app's icon while something is left for today. A mark without a number: how much it is belongs
 * to the plan, not to the home screen. Does nothing where the browser has no badges or allows none.
 */
export async function showBadge(left: boolean): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  // Refused in a page that is not installed; there is no icon then, and nothing to tell.
  await (left ? navigator.setAppBadge() : navigator.clearAppBadge()).catch(() => undefined);
}
