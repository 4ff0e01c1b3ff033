import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { packVersion, writePack } from '#core/fact/pack.ts';
import { loadTopic } from '#lib/content/load-topic.ts';
import { cardsOf } from '#core/item/generate.ts';
import { harbour as topic, harbourBase } from '../../core/topic.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** The address of a server that answers every request so. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/pack.json` : '';
}

const cards = cardsOf(harbourBase());
const pack = writePack(topic, cards);

test('loadTopic() gives the topic of the pack, ready for use', async () => {
  const loaded = await loadTopic({ url: await serve((_, response) => response.end(pack)) });
  expect(loaded.ok && loaded.value.base.topic).toEqual(topic);
  expect(loaded.ok && loaded.value.cards).toEqual(cards);
  expect(loaded.ok && [...loaded.value.base.facts.keys()]).toEqual(topic.facts.map(({ id }) => id));
});

test('loadTopic() without a connection says so', async () => {
  const url = await serve(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await loadTopic({ url })).toEqual({ ok: false, problem: { type: 'offline' } });
});

test('loadTopic() when the connection breaks in the middle says so', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-length': pack.length });
    response.write(pack.slice(0, 100), () => response.destroy());
  });
  expect(await loadTopic({ url })).toEqual({ ok: false, problem: { type: 'offline' } });
});

test('loadTopic() tells what the server refuses', async () => {
  const url = await serve((_, response) => response.writeHead(404).end('not here'));
  expect(await loadTopic({ url })).toEqual({ ok: false, problem: { type: 'refused', status: 404 } });
});

test('loadTopic() knows a pack of a newer format', async () => {
  const newer = JSON.stringify({ ...JSON.parse(pack), v: packVersion + 1 });
  const url = await serve((_, response) => response.end(newer));
  expect(await loadTopic({ url })).toEqual({
    ok: false,
    problem: { type: 'newer-format', v: packVersion + 1 },
  });
});

test.each([
  ['is cut', pack.slice(0, -1)],
  ['is a page', '<!doctype html><title>Not found</title>'],
  ['is empty', ''],
  ['is of another format', '{"format":"other","v":1}'],
  ['lost its cards', JSON.stringify({ ...JSON.parse(pack), cards: undefined })],
  ['lost its facts', JSON.stringify({ ...JSON.parse(pack), facts: undefined })],
])('loadTopic() refuses a pack that %s', async (_, content) => {
  const url = await serve((_request, response) => response.end(content));
  expect(await loadTopic({ url })).toMatchObject({ ok: false, problem: { type: 'damaged' } });
});
