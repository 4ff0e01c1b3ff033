/** WebDriver BiDi: orders and answers are JSON texts over a web socket, paired by a number. */
export interface Bidi {
  /** Rejects with what the browser says, or when it is gone. */
  send(method: string, params: object): Promise<unknown>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isGone = false;
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, error, message }: Answer = JSON.parse(String(data));
    const one = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !one) return;
    waiting.delete(id);
    if (type === 'success') one.resolve(result);
    else one.reject(new Error(`${error}: ${message}`));
  });
  socket.addEventListener('close', () => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(new Error('The browser is gone'));
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`Nobody answers at ${address}`)));
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        if (isGone) return reject(new Error('The browser is gone'));
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
  };
}
