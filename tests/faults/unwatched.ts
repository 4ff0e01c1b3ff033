import type { Page } from '@playwright/test';
import type { Duplex } from 'node:stream';

import { spawnChromium } from './engines/chromium.ts';
import type { EnginePage } from './engines/engine.ts';
import { end } from './engines/process.ts';
import { until } from './until.ts';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What a page that runs a function says. */
interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/**
 * A page in a browser of its own whose workers no debugger holds, as on a learner's phone. Playwright attaches itself to
 * every worker, and Chromium then keeps a replaced one half alive: the next page that it should serve waits for ever.
 */
export async function startUnwatched(profile: string): Promise<EnginePage> {
  const child = spawnChromium(profile, '--remote-debugging-pipe', {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const send = talkOver(child.stdio[3] as Duplex, child.stdio[4] as Duplex);
  const { targetId } = (await send('Target.createTarget', { url: 'about:blank' })) as { targetId: string };
  const attached = await send('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = attached as { sessionId: string };

  const evaluate = (async (work: unknown, arg?: unknown) => {
    const expression = `(${String(work)})(${JSON.stringify(arg) ?? ''})`;
    const order = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = (await send('Runtime.evaluate', order, sessionId)) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'It threw in the page');
    return result?.value;
  }) as Page['evaluate'];

  /** When the document that is whole now began; nothing while there is none, or it does not answer. */
  const begun = (): Promise<unknown> =>
    Promise.race([
      evaluate(() => document.readyState === 'complete' && performance.timeOrigin).catch(() => false),
      new Promise((resolve) => setTimeout(resolve, 2000, false)),
    ]);

  async function goto(url: string): Promise<void> {
    const before = await evaluate(() => performance.timeOrigin);
    void send('Page.navigate', { url }, sessionId);
    const isThere = await until(async () => {
      const origin = await begun();
      return origin !== false && origin !== before;
    });
    if (!isThere) throw new Error(`No page came from ${url}`);
  }
  return { evaluate, goto, close: () => end(child) };
}

type Send = (method: string, params: object, sessionId?: string) => Promise<unknown>;

/** Chromium's protocol over two pipes: JSON texts that end with a zero. */
function talkOver(orders: Duplex, answers: Duplex): Send {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let text = '';
  answers.on('data', (chunk: Buffer) => {
    const parts = (text + chunk.toString()).split('\0');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const answer: Answer = JSON.parse(part);
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      orders.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}
