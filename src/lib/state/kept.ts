// For the page on privacy: components do not reach into the storage.
export { inventory, keptCount } from '#lib/storage/inventory.ts';
export type { Inventory } from '#lib/storage/inventory.ts';
