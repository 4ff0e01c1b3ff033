import type { Page } from '@playwright/test';

import { until } from '../until.ts';

import type { EnginePage } from './engine.ts';

/** A session of WebDriver over HTTP, which does one order after another, each in one window. */
export interface WebDriverSession {
  /** The window that the browser came with. */
  readonly page: EnginePage;
  newPage(): Promise<EnginePage>;
  /** Ends the browser. */
  end(): Promise<void>;
}

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** How a function stands that runs in a page. */
type Standing =
  | { readonly is: 'running' | 'lost' }
  | { readonly is: 'done'; readonly json: string | null }
  | { readonly is: 'failed'; readonly reason: string };

/** Begins a session with the driver at a port, as soon as it listens. */
export async function startSession(port: number, capabilities: object): Promise<WebDriverSession> {
  const call = orders(`http://127.0.0.1:${port}`);
  if (!(await until(() => call('GET', '/status').catch(() => false))))
    throw new Error('The driver did not start');
  // The driver would wait for a page that a worker serves without its host, and never see it come.
  const body = { capabilities: { alwaysMatch: { ...capabilities, pageLoadStrategy: 'none' } } };
  const { sessionId } = (await call('POST', '/session', body)) as { sessionId: string };
  const send: Send = (method, path, order) => call(method, `/session/${sessionId}${path}`, order);
  const inWindow = takingTurns(send);
  const first = (await send('GET', '/window')) as string;
  return {
    page: pageOf(first, inWindow),
    newPage: async () => {
      // The driver makes a window from one that is still open.
      const [open = first] = (await send('GET', '/window/handles')) as readonly string[];
      const { handle } = (await inWindow(open, (order) =>
        order('POST', '/window/new', { type: 'window' }),
      )) as { handle: string };
      return pageOf(handle, inWindow);
    },
    end: async () => void (await send('DELETE', '')),
  };
}

/** Orders are short: what takes long in a page is asked for again and again. */
const patienceMs = 60_000;

const orders =
  (address: string): Send =>
  async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { value }: { value: unknown } = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  };

type InWindow = (handle: string, work: (send: Send) => Promise<unknown>) => Promise<unknown>;

/** Orders go to the window that was chosen last, so those of several pages take turns. */
function takingTurns(send: Send): InWindow {
  let turn: Promise<unknown> = Promise.resolve();
  let chosen: string | undefined;
  return (handle, work) => {
    const result = turn.then(async () => {
      if (chosen !== handle) await send('POST', '/window', { handle });
      chosen = handle;
      return work(send);
    });
    turn = result.catch(() => void (chosen = undefined)); // told to who asked
    return result;
  };
}

let runs = 0;

function pageOf(handle: string, inWindow: InWindow): EnginePage {
  const ask = async (script: string, args: readonly unknown[]): Promise<Standing> =>
    (await inWindow(handle, (send) => send('POST', '/execute/async', { script, args }))) as Standing;

  const evaluate = async (work: unknown, arg?: unknown): Promise<unknown> => {
    runs += 1;
    const run = `run-${runs}`;
    let standing = await ask(`(${String(begin)})(${String(work)}, ...arguments)`, [
      run,
      JSON.stringify(arg ?? null),
    ]);
    while (standing.is === 'running') standing = await ask(`(${String(look)})(...arguments)`, [run]);
    if (standing.is === 'failed') throw new Error(standing.reason);
    if (standing.is === 'lost') throw new Error('The page went away under the function');
    return standing.is === 'done' && standing.json !== null ? JSON.parse(standing.json) : undefined;
  };
  /** When the document that is whole now began; false while there is none. */
  const begun = (): Promise<unknown> =>
    evaluate(() => document.readyState === 'complete' && performance.timeOrigin).catch(() => false);

  async function goto(url: string): Promise<void> {
    const before = await begun();
    await inWindow(handle, (send) => send('POST', '/url', { url }));
    const isThere = await until(async () => {
      const origin = await begun();
      return origin !== false && origin !== before;
    });
    if (!isThere) throw new Error(`No page came from ${url}`);
  }
  return {
    evaluate: evaluate as Page['evaluate'],
    goto,
    close: async () => void (await inWindow(handle, (send) => send('DELETE', '/window'))),
  };
}

/** Runs in the page: begins a function, and tells how it stands a moment later, so that other pages have their turn. */
function begin(
  work: (arg: unknown) => unknown,
  run: string,
  json: string,
  told: (standing: Standing) => void,
): void {
  const done = Promise.resolve(JSON.parse(json))
    .then(work)
    .then(
      (value) => ({ is: 'done', json: JSON.stringify(value) ?? null }) as const,
      (error: unknown) => ({ is: 'failed', reason: String(error) }) as const,
    );
  Reflect.set(window, run, done);
  const later = new Promise<Standing>((resolve) => setTimeout(resolve, 20, { is: 'running' }));
  void Promise.race([done, later]).then(told);
}

/** Runs in the page. */
function look(run: string, told: (standing: Standing) => void): void {
  const done: Promise<Standing> = Reflect.get(window, run) ?? Promise.resolve({ is: 'lost' });
  const later = new Promise<Standing>((resolve) => setTimeout(resolve, 20, { is: 'running' }));
  void Promise.race([done, later]).then(told);
}
