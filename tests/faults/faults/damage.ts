import { oneOf, randomBelow } from '../chance.ts';
import { storeNames } from '../engines/engine.ts';
import type { Store } from '../engines/engine.ts';
import type { Fault } from '../fault.ts';
import { onProfile } from '../profile.ts';
import { changeMarks, damage, remove } from '../stores.ts';
import type { AtRest } from '../stores.ts';

/** Writes some answers and ends the browser one way or the other. */
const aWhile = (
  id: string,
  title: string,
  harm: (stores: AtRest, random: () => number) => boolean,
  /** How often the browser has time to put everything on the disk before it ends. */
  settled = 0.1,
): Fault => ({
  id,
  title,
  run: (bench, random) =>
    onProfile(bench, async (profile) => {
      const tab = await profile.start();
      await tab.write('before', 5 + randomBelow(random, 40), 1 + randomBelow(random, 3));
      // A browser writes localStorage to the disk some seconds later.
      if (random() < settled) await profile.waitMs(6000);
      await (random() < 0.5 ? profile.quit() : profile.kill());
      const mayLose = harm({ folder: profile.folder, engine: bench.engine }, random);
      return profile.judged({ mayLose, mayBeCleared: true });
    }),
});

export const flip = aWhile('flip', 'one bit changed in a file of a store', (stores, random) => {
  damage(stores, oneOf(random, storeNames), 'flip', random);
  return false;
});

export const truncate = aWhile('truncate', 'a file of a store cut off', (stores, random) => {
  damage(stores, oneOf(random, storeNames), 'truncate', random);
  return false;
});

export const remove1 = aWhile('delete', 'one store deleted', (stores, random) => {
  remove(stores, oneOf(random, storeNames));
  return false;
});

const pairs: readonly (readonly [Store, Store])[] = [
  ['database', 'notes'],
  ['journal', 'notes'],
  ['database', 'journal'],
];

/** Without the database and the journal the answers are gone; the note must tell it. */
export const removePair = aWhile(
  'delete-pair',
  'two of the three stores deleted',
  (stores, random) => {
    const pair = oneOf(random, pairs);
    for (const store of pair) remove(stores, store);
    return pair.includes('database') && pair.includes('journal');
  },
  1,
);

/** Only a damaged journal is left: what it cannot give back is told, and nothing in it is believed that was changed. */
export const flipCopy = aWhile(
  'flip-copy',
  'the database deleted and bits of the journal changed',
  (stores, random) => {
    remove(stores, 'database');
    for (let bit = 0; bit < 24; bit += 1) damage(stores, 'journal', 'flip', random);
    return true;
  },
  1,
);

/** What is left can be read without a complaint, and tells of other answers than were given. */
export const changeCopy = aWhile(
  'change-copy',
  'the database deleted and right answers in the journal made wrong',
  (stores, random) => {
    remove(stores, 'database');
    changeMarks(stores, 'journal', random);
    return true;
  },
  1,
);
