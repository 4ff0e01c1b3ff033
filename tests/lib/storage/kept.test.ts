import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packHash } from '#core/assignment/code.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import type { TopicId } from '#core/fact/topic.ts';
import { gunzipped, gzipped } from '#lib/storage/gzip.ts';
import { keepPack, keptPacks, keptText } from '#lib/storage/kept-packs.ts';
import { keepSheets, keptSheets } from '#lib/storage/kept-sheets.ts';
import { forgetPacks, packsCacheName } from '#lib/storage/packs-cache.ts';
import { pageCaches } from './page-caches.ts';
import type { PageCaches } from './page-caches.ts';

let browser: PageCaches;
beforeEach(() => {
  browser = pageCaches();
  vi.stubGlobal('caches', browser.caches);
});
afterEach(() => vi.unstubAllGlobals());

const text = '{"facts":["été"]}';
const pack: KnownPack = { topic: 'niger' as TopicId, version: '2026-11', hash: packHash(text) };
const address = `https://example.org/kept-packs/niger/2026-11/${pack.hash}`;
const never = (): Promise<string> => expect.fail('It is there already');

describe('facts that are kept', () => {
  test('are given back as they were, and asked for once', async () => {
    await keepPack(pack, async () => text);
    await keepPack(pack, never);
    expect(await keptPacks()).toEqual([pack]);
    expect(await keptText(pack)).toBe(text);
    expect(browser.addresses(packsCacheName)).toEqual([address]);
  });

  test('are those of the hash, or none', async () => {
    await keepPack(pack, async () => 'other facts');
    expect(await keptPacks()).toEqual([]);
    await keepPack(pack, async () => text);
    browser.put(packsCacheName, address, 'changed');
    expect(await keptText(pack)).toBeUndefined();
    expect(await keptText({ ...pack, version: '1' })).toBeUndefined();
  });

  test.each([
    'kept-sheets/1',
    `kept-packs/niger/${pack.hash}`,
    'kept-packs/niger/1/xyz',
    'kept-packs/a/b/c/d',
    `kept-packs/niger/1/${pack.hash}0`,
  ])('are told from other files of the cache: %s', async (path) => {
    browser.put(packsCacheName, `https://example.org/${path}`, text);
    expect(await keptPacks()).toEqual([]);
  });

  test('are forgotten with everything else', async () => {
    await keepPack(pack, async () => text);
    await forgetPacks();
    expect(await keptPacks()).toEqual([]);
  });

  test('are none where there is no room, or no cache', async () => {
    browser.full = true;
    await keepPack(pack, async () => text);
    expect(await keptPacks()).toEqual([]);
    vi.stubGlobal('caches', undefined);
    await keepPack(pack, async () => text);
    expect(await keptPacks()).toEqual([]);
    await forgetPacks();
  });
});

describe('items that are kept', () => {
  const id = 'a1' as AssignmentId;
  const sheets: ClassSheets = { columns: [], common: [], own: { '7': [] } };

  test('are given back as they were, the last that were kept', async () => {
    await keepSheets(id, { ...sheets, own: {} });
    await keepSheets(id, sheets);
    expect(await keptSheets(id)).toEqual(sheets);
    expect(await keptSheets('b2' as AssignmentId)).toBeUndefined();
    expect(await keptPacks()).toEqual([]);
  });

  test('are none where they are damaged', async () => {
    browser.put(packsCacheName, `https://example.org/kept-sheets/${id}`, 'no gzip');
    expect(await keptSheets(id)).toBeUndefined();
  });

  test('are none where there is no room, or no cache', async () => {
    browser.full = true;
    await keepSheets(id, sheets);
    expect(await keptSheets(id)).toBeUndefined();
    vi.stubGlobal('caches', undefined);
    await keepSheets(id, sheets);
    expect(await keptSheets(id)).toBeUndefined();
  });
});

test('a packed text comes back, and damage to it is told', async () => {
  const packed = await gzipped('été '.repeat(500));
  expect(packed.size).toBeLessThan(100);
  expect(await gunzipped(packed)).toBe('été '.repeat(500));
  await expect(gunzipped(packed.slice(0, -3))).rejects.toThrow();
});
