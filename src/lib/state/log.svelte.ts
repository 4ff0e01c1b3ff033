import type { Result } from '#core/result.ts';
import type { Ban } from '#core/review/bans.ts';
import type { ReviewEvent } from '#core/review/log.ts';
import type { Projection } from '#core/review/projection.ts';
import type { Making } from '#core/review/snapshot.ts';
import type { BanPayload, EventBody, EventId, LogEvent } from '#core/review/event.ts';
import type { SessionPlan } from '#core/session/plan.ts';
import type { OnShare, SavedCopy } from '#lib/storage/backup-file.ts';
import { problemOf } from '#lib/storage/problem.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';
import type { Audit } from '#lib/storage/audit.ts';
import type { Recovery } from '#lib/storage/recover.ts';
import type { RestoreReport } from '#lib/storage/restore.ts';
import type { DeviceStorage, News, SavedSession } from '#lib/storage/storage.ts';
import type { ArrivedCopy, lookInWorker } from './copy-worker.ts';
import { Fitted } from './fitted.svelte.ts';
import { nothing } from './no-log.ts';
import { openLog, openLogAnew, openNewer } from './open-log.ts';
import type { OpenedLog } from './open-log.ts';
import type * as Readings from './reading.ts';
import { SettingsState } from './settings.svelte.ts';

/** Everything the learner has done on this device, as storage holds it, and what follows from it. */
export class LearnerLog {
  readonly #derivation: string;
  readonly #longLog: number;
  #storage = $state.raw<DeviceStorage>();
  /** What reads a log: here once there is one. */
  #readings = $state.raw<typeof Readings>();
  #reading = $state.raw<Readings.Reading>();
  #read = $state(false);
  /** The reviews before those of the reading's tail, where somebody needed them all. */
  #earlier = $state.raw<readonly ReviewEvent[]>();
  #sessions = $state.raw<readonly SavedSession[]>([]);
  #damaged = $state(0);
  #problem = $state.raw<StorageProblem>();
  #recovery = $state.raw<Recovery>();
  #readOnly = $state(false);
  readonly #fitted = new Fitted();
  /** How many events were recorded here. */
  #recorded = 0;
  readonly #ended = new AbortController();

  /** `derivation` names the rules by which a log is read: what others made of it is not believed. `longLog`: see `readLog`. */
  constructor(derivation: string, longLog = 1000) {
    this.#derivation = derivation;
    this.#longLog = longLog;
  }

  readonly settings = new SettingsState((settings) => this.#open.settings.put(settings));
  /** The weights of this learner's memory, as far as the log tells. */
  readonly weights = $derived(this.#fitted.weights);
  /** What follows from the log; undefined while there is none. */
  readonly projection: Projection | undefined = $derived(this.#reading?.projection);
  readonly memories = $derived(this.projection?.standing.memories ?? nothing.memories);
  /** All that happened beside answers, in order. */
  readonly others = $derived(this.projection?.others ?? nothing.others);
  readonly bans: readonly Ban[] = $derived(this.#readings?.activeBans(this.others) ?? []);
  readonly shelf = $derived(this.#readings?.shelfOf(this.others) ?? nothing.shelf);
  /** The answers that count, in order: the latest, and all once `loadReviews` has been waited for. */
  readonly reviews: readonly ReviewEvent[] = $derived.by(() => {
    const [reading, earlier] = [this.#reading, this.#earlier];
    if (!reading || !earlier) return this.projection?.recent ?? nothing.recent;
    return [...earlier, ...(this.#readings?.laterReviews(reading) ?? [])];
  });

  /** Whether the log has been read: only then an empty one means a first visit. */
  get read(): boolean {
    return this.#read;
  }

  /** How many answers count. */
  get answers(): number {
    return this.projection?.answers ?? 0;
  }

  /** Whether `reviews` are all that count. */
  get hasAllReviews(): boolean {
    return this.reviews.length === this.answers;
  }

  /** Sittings, newest first. */
  get sessions(): readonly SavedSession[] {
    return this.#sessions;
  }

  /** How many entries of the log can no longer be read. */
  get damaged(): number {
    return this.#damaged;
  }

  /** Why storage cannot be used. */
  get problem(): StorageProblem | undefined {
    return this.#problem;
  }

  /** What was lost and came back, or did not, since the app was opened. */
  get recovery(): Recovery | undefined {
    return this.#recovery;
  }

  /** Whether the storage is a newer program's: what is there can be read, and nothing is taken. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  async open(): Promise<void> {
    this.#problem = undefined;
    await this.#take(await openLog());
  }

  /** Goes on from the second copy when the database cannot be opened any more; with `partly` also when it lacks some. */
  async openAnew(partly = false): Promise<boolean> {
    const anew = await openLogAnew(partly);
    if (anew.ok) await this.#take(anew);
    return anew.ok;
  }

  dismissRecovery(): void {
    this.#recovery = undefined;
  }

  close(): void {
    this.#ended.abort();
    this.#storage?.close();
  }

  async #prepare(): Promise<typeof Readings> {
    return (this.#readings ??= await import('./reading.ts'));
  }

  /** Resolves when `reviews` are all that count: a long log then is read as a whole. */
  async loadReviews(): Promise<void> {
    const reading = this.#reading;
    if (this.hasAllReviews || !reading) return;
    const { earlierReviews } = await this.#prepare();
    const earlier = await earlierReviews(this.#open, reading);
    if (this.#reading?.base === reading.base) this.#earlier = earlier;
  }

  /** Whether `reviews` hold all of a sitting's. */
  holds({ startedDay }: Pick<SessionPlan, 'startedDay'>): boolean {
    const [oldest] = this.reviews;
    return this.hasAllReviews || (oldest !== undefined && oldest.dayKey < startedDay);
  }

  /** Resolves when `reviews` hold all of a sitting's, or all where it is not known. */
  async loadReviewsOf(id: string | null): Promise<void> {
    const saved = this.#sessions.find(({ plan }) => plan.id === id);
    if (!saved || !this.holds(saved.plan)) await this.loadReviews();
  }

  /** Resolves when the event is on the disk; rejects with a StorageError when it is not. */
  async record(body: EventBody): Promise<LogEvent> {
    const { nothingRead, readingWith } = await this.#prepare();
    const event = await this.#open.append(body);
    this.#recorded += 1;
    const reading = readingWith(this.#reading ?? nothingRead(this.#making), event);
    if (reading) this.#reading = reading;
    else await this.#readAll(); // it bears on what was not at hand
    return event;
  }

  /** Fits the weights of memory to the log again where it has grown, and goes on with them. */
  async refit(): Promise<void> {
    if (await this.#fitted.renew(this.answers, this.#ended.signal)) await this.#readAll();
  }

  ban(ban: BanPayload): Promise<LogEvent> {
    return this.record({ type: 'ban', payload: ban });
  }

  unban(ban: EventId): Promise<LogEvent> {
    return this.record({ type: 'unban', payload: { ban } });
  }

  async saveSession(plan: SessionPlan, state: SavedSession['state']): Promise<void> {
    // What takes the first answer is here before its item, also when the network goes in between.
    await this.#prepare();
    await this.#open.sessions.put({ plan, state });
    this.#sessions = await this.#open.sessions.list();
  }

  /** Reads a backup file without taking anything over. */
  async preview(file: File, onShare: OnShare = () => undefined): ReturnType<typeof lookInWorker> {
    const { lookInWorker: look } = await import('./copy-worker.ts');
    return look(file, onShare);
  }

  /** Adds what a copy has more. Its settings are taken over where nothing has been done yet, as on a new phone. */
  async restore(copy: ArrivedCopy, onShare: OnShare = () => undefined): Promise<RestoreReport> {
    const isFirst = this.#open.total().then((total) => total === 0);
    const taken = await copy.take(isFirst, onShare);
    await this.#open.goOnFrom(taken);
    await this.#readAll();
    return taken.report;
  }

  /** A file that holds everything, read back before it is handed out. */
  async backupFile(onShare?: OnShare): Promise<SavedCopy & { readonly name: string }> {
    const { backupCopy } = await import('./backup-copy.ts');
    return backupCopy(this.#open, this.#readOnly, onShare);
  }

  /** Nothing is left, and this page must be loaded again. */
  erase(): Promise<void> {
    this.#ended.abort();
    return this.#open.erase();
  }

  get #open(): DeviceStorage {
    if (!this.#storage) throw new TypeError('Wait until the log is read before using it');
    return this.#storage;
  }

  async #take(opened: Result<OpenedLog, StorageProblem>): Promise<void> {
    if (!opened.ok) {
      this.#problem = opened.problem;
      return;
    }
    const { storage, readOnly, recovery } = opened.value;
    this.#problem = undefined;
    this.#readOnly = readOnly;
    this.#recovery = recovery ?? this.#recovery;
    this.#storage?.close();
    this.#storage = storage;
    storage.onNews((news) => void this.#hear(news));
    if (storage.short) await this.#recover(() => storage.recover());
    await this.#readAll();
    if (!this.#reading) return;
    if (this.#damaged > 0) await this.#recover(() => storage.recover());
    else await this.#recover(() => storage.compare());
  }

  /** Verifies beside the page what was taken from a snapshot, and mends what it finds. Call it when there is time. */
  async verify(): Promise<void> {
    if (!this.#reading?.isPartial) return;
    const audit = await this.#auditInBackground();
    if (!audit) return;
    if (audit.damaged > 0) await this.#recover(() => this.#open.recover());
    if (audit.damaged > 0 || audit.misled) await this.#readAll();
  }

  async #auditInBackground(): Promise<Audit | undefined> {
    const { auditInBackground } = await import('./audit-in-background.ts');
    return auditInBackground(this.#making, this.#ended.signal);
  }

  get #making(): Making {
    return { derivation: this.#derivation, weights: this.weights };
  }

  /** Makes the log and its second copy whole from each other, and shows what came back. */
  async #recover(work: () => Promise<Recovery | undefined>): Promise<void> {
    try {
      const recovery = await work();
      if (!recovery) return;
      if (recovery.restored + recovery.missing > 0) this.#recovery = recovery;
      if (recovery.restored > 0 && this.read) await this.#readAll();
    } catch {
      // What can be read is shown all the same, and it is compared again at the next start.
    }
  }

  async #readAll(): Promise<void> {
    try {
      const reading = await this.#readLog();
      this.#sessions = await this.#open.sessions.list();
      this.settings.show(await this.#open.settings.get());
      this.#damaged = reading?.damaged ?? 0;
      this.#earlier = undefined;
      this.#reading = reading;
      this.#read = true;
      void this.refit();
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      this.#problem = problem;
    }
  }

  /** The log as it is now; again when something was recorded meanwhile. */
  async #readLog(): Promise<Readings.Reading | undefined> {
    const recorded = this.#recorded;
    if ((await this.#open.total()) === 0) return undefined;
    const { readLog } = await this.#prepare();
    const reading = await readLog(this.#open, this.#making, this.#longLog, () => this.#auditInBackground());
    return this.#recorded === recorded ? reading : this.#readLog();
  }

  /** Another tab wrote, erased, or is of a newer build. */
  async #hear(news: News): Promise<void> {
    if (news === 'erased') location.reload();
    else if (news === 'superseded') await this.#take(await openNewer());
    else await this.#readAll();
  }
}
