import { FaultyFactory } from '../faulty-factory.ts';
import type { MemoryCopy } from '../memory-copy.ts';

/** What can befall a step of the storage: an opening, a transaction, a request, a commit, a line of the second copy. */
export const faults = [
  /** The browser says that something inside it failed. */
  'failed',
  /** The device is full. */
  'quota',
  /** The handle dies. */
  'dead handle',
  /** It was done, and the browser fails before it can say so. */
  'unheard',
  /** The power goes: what was not done never will be. */
  'crash',
] as const;
export type Fault = (typeof faults)[number];

/** A browser whose steps are counted, and go wrong as a plan says. */
export class SteppingFactory extends FaultyFactory {
  steps = 0;
  injected = 0;
  isDown = false;
  #plan: (step: number) => Fault | undefined = () => undefined;

  constructor() {
    super();
    this.#watchCopy(this.copy);
  }

  /** What happens from now on, by the number of the step. */
  follow(plan: (step: number) => Fault | undefined): void {
    this.#plan = plan;
  }

  /** The browser is started again after a crash, and nothing goes wrong any more. */
  restart(): void {
    this.isDown = false;
    this.#plan = () => undefined;
  }

  override open(name: string, version?: number): IDBOpenDBRequest {
    const fault = this.#step();
    if (fault) this.#raise(fault);
    const request = super.open(name, version);
    request.addEventListener('success', () => this.#watchSteps(request.result));
    return request;
  }

  /** Counts a step; gives its fault. */
  #step(): Fault | undefined {
    if (this.isDown) throw new DOMException('The power is off', 'AbortError');
    this.steps += 1;
    const fault = this.#plan(this.steps);
    if (!fault) return undefined;
    this.injected += 1;
    if (fault === 'crash') this.isDown = true;
    return fault;
  }

  #raise(fault: Fault): never {
    if (fault === 'quota') throw new DOMException('Full', 'QuotaExceededError');
    if (fault === 'dead handle') throw new DOMException('The handle is dead', 'InvalidStateError');
    throw new DOMException('Internal error', fault === 'crash' ? 'AbortError' : 'UnknownError');
  }

  #watchSteps(database: IDBDatabase): void {
    const begin = database.transaction.bind(database);
    database.transaction = (stores, mode, options) => {
      const fault = this.#step();
      if (fault && fault !== 'unheard') this.#raise(fault);
      const transaction = begin(stores, mode, options);
      if (fault === 'unheard' && mode === 'readwrite') this.#silence(transaction);
      this.#watchRequests(transaction);
      return transaction;
    };
  }

  #watchRequests(transaction: IDBTransaction): void {
    const storeOf = transaction.objectStore.bind(transaction);
    transaction.objectStore = (name) => {
      const store = storeOf(name);
      for (const method of [
        'get',
        'getKey',
        'getAll',
        'getAllKeys',
        'count',
        'add',
        'put',
        'delete',
      ] as const) {
        const call = Reflect.get(store, method);
        Object.defineProperty(store, method, {
          value: (...values: readonly unknown[]) => {
            const fault = this.isDown ? 'crash' : this.#step();
            if (fault === 'crash') abort(transaction, 'AbortError');
            else if (fault === 'quota') abort(transaction, 'QuotaExceededError');
            else if (fault === 'dead handle') abort(transaction, 'AbortError');
            else if (fault === 'unheard') this.#silence(transaction);
            else if (fault) abort(transaction, 'UnknownError');
            return Reflect.apply(call, store, values);
          },
          configurable: true,
        });
      }
      return store;
    };
  }

  /** It commits, and the page hears of an abort. */
  #silence(transaction: IDBTransaction): void {
    transaction.addEventListener('complete', (event) => {
      event.stopImmediatePropagation();
      setImmediate(() => transaction.dispatchEvent(new IDBVersionChangeEvent('abort')));
    });
  }

  /** A line of the second copy may be torn: half of it is written when it fails. */
  #watchCopy(copy: MemoryCopy): void {
    const { add, read, tail } = copy;
    copy.add = async (lines) => {
      const fault = this.#step();
      if (fault === undefined) return add(lines);
      await add(fault === 'unheard' ? lines : lines.slice(0, lines.length >> 1));
      this.#raise(fault);
    };
    const guarded =
      <A extends readonly unknown[], T>(work: (...values: A) => Promise<T>) =>
      async (...values: A): Promise<T> => {
        const fault = this.#step();
        if (fault) this.#raise(fault);
        return work(...values);
      };
    copy.read = guarded(read);
    copy.tail = guarded(tail);
  }
}

function abort(transaction: IDBTransaction, name: string): void {
  setImmediate(() => {
    try {
      Reflect.get(transaction, '_abort').call(transaction, name);
    } catch {
      // It has ended already.
    }
  });
}
