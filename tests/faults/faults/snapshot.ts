import type { Random } from '#core/item/random.ts';

import { oneOf, randomBelow } from '../chance.ts';
import type { Fault } from '../fault.ts';
import { onProfile } from '../profile.ts';

const kinds = ['changed', 'cut', 'gone', 'older', 'row'] as const;

/** What was derived from the log is damaged, gone or of another time, or the log is damaged beneath it: the log speaks. */
export const snapshot: Fault = {
  id: 'snapshot',
  title: 'a snapshot, or the log beneath it, is damaged',
  run: (bench, random) =>
    onProfile(bench, async (profile) => {
      const first = await profile.start();
      await first.write('before', 70 + randomBelow(random, 40), 3);
      await profile.quit();
      // A start makes the snapshot.
      const second = await profile.start();
      await second.write('after', randomBelow(random, 12), 1);
      const found = await second.page.evaluate(harm, harmOf(random));
      if (!found) profile.also({ kind: 'stuck', what: 'no snapshot was made' });
      await (random() < 0.5 ? profile.quit() : profile.kill());
      return profile.judged();
    }),
};

interface Harm {
  readonly kind: (typeof kinds)[number];
  /** Where, as a share. */
  readonly at: number;
}

const harmOf = (random: Random): Harm => ({ kind: oneOf(random, kinds), at: random() });

/** Runs in the page, past the app; whether there was a snapshot. */
function harm({ kind, at }: Harm): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('harmattan');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('cannot open')));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction(['head', 'events'], 'readwrite', {
        durability: 'strict',
      });
      const [head, events] = [transaction.objectStore('head'), transaction.objectStore('events')];
      const [kept, rows] = [head.get('snapshot'), events.getAll()];
      rows.addEventListener('success', () => {
        const text = String(kept.result ?? '');
        const place = Math.floor(at * text.length);
        if (kind === 'changed') head.put(`${text.slice(0, place)}#${text.slice(place + 1)}`, 'snapshot');
        if (kind === 'cut') head.put(text.slice(0, place), 'snapshot');
        if (kind === 'gone') head.delete('snapshot');
        if (kind === 'older')
          head.put(text.replace('"derivation":"campaign"', '"derivation":"before"'), 'snapshot');
        const row = rows.result[Math.floor(at * 6)];
        if (kind === 'row') events.put({ ...row, payload: { ...row.payload, marks: 0.5 } });
      });
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(typeof kept.result === 'string');
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
    });
  });
}
