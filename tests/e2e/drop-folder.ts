import type { Page } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes each text as a file of a folder, every other one in a folder within. */
export function folderOf(path: string, texts: readonly string[]): string {
  mkdirSync(join(path, 'more'), { recursive: true });
  texts.forEach((text, index) => writeFileSync(join(path, index % 2 ? 'more' : '', `${index}.txt`), text));
  return path;
}

/** Drops a folder of the disk on the page, as the browser itself does it: a page cannot make one up. */
export async function dropFolder(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 180, y: 400, data });
  await devtools.detach();
}
