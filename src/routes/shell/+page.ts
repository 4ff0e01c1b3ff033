// The navigation fallback of the service worker: an empty page that any address can start from.
export const ssr = false;
