import { memoryNotes, noteKeys } from '#lib/storage/notes.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { Storage } from '#lib/storage/storage.ts';

import { storageContract } from '../../lib/storage/contract.ts';
import { runTests } from './tests-in-page.ts';
import type { Outcome } from './tests-in-page.ts';

declare global {
  interface Window {
    /** Holds the app's storage in this browser to the contract that it keeps in tests without one. */
    runContract(): Promise<Outcome>;
  }
}

const open: Storage[] = [];
let devices = 0;

/** Each device has a database of its own, with the second copy that the browser has. */
storageContract('in this browser', async (now) => {
  devices += 1;
  const notes = memoryNotes();
  notes.set(noteKeys.database, `harmattan-${devices}`);
  const opened = await openStorage({ now, notes });
  if (!opened.ok) throw new TypeError(`It cannot be opened: ${opened.problem.type}`);
  open.push(opened.value);
  return opened.value;
});

window.runContract = () => runTests(() => open.splice(0).forEach((storage) => storage.close()));
