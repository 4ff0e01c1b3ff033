import { onDevices } from '../device.ts';
import type { Device } from '../device.ts';
import type { EnginePage } from '../engines/engine.ts';
import type { Fault } from '../fault.ts';
import { wait } from '../until.ts';

/** A tab of an old version holds the database and does not let go: told in time, nothing touched, well afterwards. */
export const blockedUpgrade: Fault = {
  id: 'blocked-upgrade',
  title: 'a tab of an older version holds up the upgrade',
  run: (bench) =>
    onDevices(bench, async ({ device, judged, also, server }) => {
      const phone = await device();
      const old = await rawTab(phone, server.address);
      await old.evaluate(hold, 1);
      const held = await phone.tab();
      if (held.opening.status === 'ready') also({ kind: 'silent', what: 'opened over an older tab' });
      if (held.opening.tookMs > 5000)
        also({ kind: 'slow', what: `${held.opening.tookMs} ms until it was told` });
      await old.close();
      const after = await phone.tab();
      await after.write('after', 5, 1);
      return judged(phone);
    }),
};

/** An open tab, and a fresh one, meet a newer version: both can be read, take no answer any more, and write nothing over it. */
export const newerSchema: Fault = {
  id: 'newer-schema',
  title: 'a tab of an older version meets a newer database',
  run: (bench, random) =>
    onDevices(bench, async ({ device, also, server }) => {
      const phone = await device();
      const tab = await phone.tab();
      const writing = tab.write('before', 30, 2).catch(() => 0);
      await wait(random() * 100);
      const newer = await rawTab(phone, server.address);
      const rows = newer.evaluate(hold, 99);
      await Promise.all([writing, rows]);
      const count = await newer.evaluate(countRows);
      if ((await tab.write('too-late', 3, 1)) > 0)
        also({ kind: 'silent', what: 'an answer taken by an older tab' });
      const late = await phone.tab();
      if (late.opening.status !== 'newer-schema') also({ kind: 'silent', what: late.opening.status });
      const readable = await late.page.evaluate(() => window.harness.answers());
      if (readable < server.saved.size)
        also({ kind: 'lost', what: `${readable} of ${server.saved.size} can be read` });
      if ((await late.write('too-old', 2, 1)) > 0)
        also({ kind: 'silent', what: 'an answer taken by an older program' });
      const wrongs =
        (await newer.evaluate(countRows)) === count ? [] : [{ kind: 'phantom' as const, what: 'rows' }];
      if (count < server.saved.size)
        wrongs.push({ kind: 'phantom', what: `${count} of ${server.saved.size}` });
      return { saved: server.saved.size, wrongs, openedMs: late.opening.tookMs };
    }),
};

async function rawTab({ newPage }: Device<EnginePage>, address: string): Promise<EnginePage> {
  const page = await newPage();
  await page.goto(`${address}empty.html`);
  return page;
}

/** Runs in the page: opens the database at a version and keeps it, deaf to everything. */
function hold(version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('harmattan', version);
    request.addEventListener('upgradeneeded', () => {
      if (version > 1) return;
      request.result.createObjectStore('events', { keyPath: ['deviceId', 'seq'] });
      for (const name of ['head', 'sessions', 'settings']) request.result.createObjectStore(name);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('cannot open')));
    request.addEventListener('success', () => {
      Object.assign(window, { held: request.result });
      resolve();
    });
  });
}

/** Runs in the page that holds the database. */
function countRows(): Promise<number> {
  const held: IDBDatabase = Reflect.get(window, 'held');
  return new Promise((resolve) => {
    const request = held.transaction('events').objectStore('events').count();
    request.addEventListener('success', () => resolve(request.result));
  });
}
