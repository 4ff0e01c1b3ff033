import { persistence, requestPersistence } from '#lib/pwa/persist.ts';
import type { Persistence } from '#lib/pwa/persist.ts';

/** Whether the browser has promised to keep what is stored. */
export class Keeping {
  #status = $state<Persistence>('unknown');

  get status(): Persistence {
    return this.#status;
  }

  async start(): Promise<void> {
    this.#status = await persistence();
  }

  /** Some browsers ask the learner: call it only after words that say why. */
  async ask(): Promise<Persistence> {
    this.#status = await requestPersistence();
    return this.#status;
  }
}
