/** What it shows is on the device only. */
export const ssr = false;
