export type Persistence = 'kept' | 'may-be-evicted' | 'unknown';

/** Whether the browser promised to keep this app's storage when space runs short. */
export async function persistence(): Promise<Persistence> {
  // Some browsers have no `navigator.storage`, and none has it on an insecure origin.
  if (!navigator.storage?.persisted) return 'unknown';
  return (await navigator.storage.persisted()) ? 'kept' : 'may-be-evicted';
}

/** Asks for that promise. Some browsers show a prompt: call it after words that say why. */
export async function requestPersistence(): Promise<Persistence> {
  if (!navigator.storage?.persist) return 'unknown';
  return (await navigator.storage.persist()) ? 'kept' : 'may-be-evicted';
}
