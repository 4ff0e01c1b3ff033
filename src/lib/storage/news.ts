// Do not change: tabs of different versions talk here.
const channelName = 'harmattan';
const changes = ['log', 'sessions', 'settings', 'erased'] as const;

/** What another tab has changed. */
export type Change = (typeof changes)[number];
/** Also `superseded`: another tab upgrades or erases the database, and this one has let go of it. */
export type News = Change | 'superseded';

/** News between the tabs of one browser; where it cannot be had, a tab hears its own end only. */
export interface NewsDesk {
  /** To the other tabs. */
  tell(change: Change): void;
  /** To this tab. */
  hear(news: News): void;
  /** Gives back what stops the listening. */
  listen(callback: (news: News) => void): () => void;
  close(): void;
}

export function openNews(): NewsDesk {
  let channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
  const callbacks = new Set<(news: News) => void>();
  const hear = (news: News): void => callbacks.forEach((callback) => callback(news));
  channel?.addEventListener('message', ({ data }) => {
    const change = changes.find((known) => known === data);
    if (change) hear(change);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
    tell: (change) => channel?.postMessage(change),
    hear,
    listen: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    close: () => {
      channel?.close();
      channel = undefined; // a write that is still under way must not fail for its news
    },
  };
}
