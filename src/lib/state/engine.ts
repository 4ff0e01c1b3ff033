// What reads a topic, a chunk of its own: pages show before it has arrived.
export { loadTopic } from '#lib/content/load-topic.ts';
