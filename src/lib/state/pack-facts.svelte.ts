import type { FactsFile } from '#core/assignment/facts-file.ts';
import type { Marking } from '#core/assignment/collect.ts';
import type { KnownPack } from '#core/assignment/code.ts';
import type { TopicId } from '#core/fact/topic.ts';
import { loadTopic } from '#lib/content/load-topic.ts';
import { keepPack, keptPacks, keptText } from '#lib/storage/kept-packs.ts';
import type { App } from './app.svelte.ts';
import { isCurrent, knownPacks } from './known-packs.ts';

/** The facts of a pack: those of the app where it has them, else those that were kept when a quiz was made or taken. */
export class PackFacts {
  readonly #app: App;
  #packs = $state.raw<readonly KnownPack[]>();
  #kept = $state.raw<{ readonly pack: KnownPack; readonly facts: Marking }>();

  constructor(app: App) {
    this.#app = app;
    void this.#look();
  }

  /** All packs on this device; undefined until they are known. */
  get packs(): readonly KnownPack[] | undefined {
    return this.#packs;
  }

  /** Undefined until they are here; see `open`. */
  of(pack: KnownPack): Marking | undefined {
    const { base, allCards } = this.#app;
    if (!isCurrent(pack.hash)) return this.#kept?.pack.hash === pack.hash ? this.#kept.facts : undefined;
    return base?.topic.id === pack.topic && allCards.length > 0 ? { base, cards: allCards } : undefined;
  }

  /** Opens the topic of a pack, and fetches its facts where they are not those of the app. */
  open(pack: KnownPack): void {
    if (this.#app.topic?.id !== pack.topic) {
      this.#app.follow(new URL(`?topic=${pack.topic}`, location.href));
    }
    if (!isCurrent(pack.hash)) void this.#fetch(pack);
  }

  /** Takes facts that came as a file, and keeps them. */
  async bring({ pack, text }: FactsFile): Promise<void> {
    await keepPack(pack, async () => text);
    const facts = await markingOf(text);
    if (!facts) return;
    this.#kept = { pack, facts };
    this.#packs = [...(this.#packs ?? knownPacks), pack];
  }

  async #look(): Promise<void> {
    this.#packs = [...knownPacks, ...(await keptPacks()).filter(({ hash }) => !isCurrent(hash))];
  }

  async #fetch(pack: KnownPack): Promise<void> {
    if (this.#kept?.pack.hash === pack.hash) return;
    const facts = await keptMarking(pack);
    if (facts) this.#kept = { pack, facts };
    else this.#packs = this.#packs?.filter(({ hash }) => hash !== pack.hash);
  }
}

/** The earlier facts of a topic that are kept on this device, by their hash and by their version. */
export async function keptFacts(topic: TopicId): Promise<ReadonlyMap<string, Marking>> {
  const packs = (await keptPacks()).filter((pack) => pack.topic === topic && !isCurrent(pack.hash));
  const facts = new Map<string, Marking>();
  for (const pack of packs) {
    const marking = await keptMarking(pack);
    if (marking) facts.set(pack.hash, marking).set(pack.version, marking);
  }
  return facts;
}

async function keptMarking(pack: KnownPack): Promise<Marking | undefined> {
  const text = await keptText(pack);
  return text === undefined ? undefined : markingOf(text);
}

async function markingOf(text: string): Promise<Marking | undefined> {
  const read = await loadTopic({ url: '' }, async () => new Response(text));
  return read.ok ? read.value : undefined;
}
