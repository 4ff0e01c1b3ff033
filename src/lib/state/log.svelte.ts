import { merged } from '#core/log/merge.ts';
import { activeReviews } from '#core/review/log.ts';
import { activeBans } from '#core/review/bans.ts';
import type { Backup, BackupProblem } from '#core/review/backup.ts';
import type { ImportProblem } from '#core/guard/problem.ts';
import type { BanPayload, EventBody, EventId, LogEvent } from '#core/review/event.ts';
import { defaultWeights } from '#core/memory/fsrs.ts';
import { shelfOf } from '#core/review/shelf.ts';
import type { Result } from '#core/result.ts';
import type { SessionPlan } from '#core/session/plan.ts';
import { keepFit, readFit } from '#lib/storage/fit-cache.ts';
import { today } from '#lib/storage/now.ts';
import { problemOf } from '#lib/storage/problem.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';
import type { Recovery } from '#lib/storage/recover.ts';
import { openStorage } from '#lib/storage/storage.ts';
import type { RestoreReport } from '#lib/storage/restore.ts';
import type { News, SavedSession, Storage } from '#lib/storage/storage.ts';
import { isFitDue } from './fit-due.ts';
import { SettingsState } from './settings.svelte.ts';
import { standingKeeper } from './standing-keeper.ts';

/** What restoring a backup file would do. */
export interface BackupPreview {
  readonly backup: Backup;
  readonly added: number;
  readonly known: number;
  /** How many answers the copy holds. */
  readonly answers: number;
}

/** Everything the learner has done on this device, as storage holds it, and what follows from it. */
export class LearnerLog {
  #storage = $state.raw<Storage>();
  #events = $state.raw<readonly LogEvent[]>();
  #sessions = $state.raw<readonly SavedSession[]>([]);
  #damaged = $state(0);
  #problem = $state.raw<StorageProblem>();
  #recovery = $state.raw<Recovery>();
  #fit = $state.raw(readFit());
  #fitting = false;
  readonly #standingOf = standingKeeper();

  readonly settings = new SettingsState((settings) => this.#open.settings.put(settings));
  readonly reviews = $derived(activeReviews(this.#events ?? []));
  readonly bans = $derived(activeBans(this.#events ?? []));
  /** The weights of this learner's memory, as far as the log tells. */
  readonly weights = $derived(this.#fit?.weights ?? defaultWeights);
  readonly standing = $derived.by(() => this.#standingOf(this.reviews, this.weights));
  readonly memories = $derived(this.standing.memories);
  readonly shelf = $derived(shelfOf(this.#events ?? []));

  /** Whether the log has been read: only then an empty one means a first visit. */
  get read(): boolean {
    return this.#events !== undefined;
  }

  /** Everything that happened, as it was read and recorded. */
  get events(): readonly LogEvent[] {
    return this.#events ?? [];
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

  async open(): Promise<void> {
    this.#problem = undefined;
    const opened = await openStorage();
    if (opened.ok) await this.#begin(opened.value);
    else if (opened.problem.type !== 'damaged' || !(await this.openAnew())) this.#problem = opened.problem;
  }

  /** Goes on from the second copy when the database cannot be opened any more; with `partly` also when it lacks some. */
  async openAnew(partly = false): Promise<boolean> {
    const { openAnew } = await import('#lib/storage/open-anew.ts');
    const anew = await openAnew({}, { partly });
    if (!anew.ok) return false;
    this.#problem = undefined;
    this.#recovery = anew.value.recovery;
    await this.#begin(anew.value.storage);
    return true;
  }

  dismissRecovery(): void {
    this.#recovery = undefined;
  }

  close(): void {
    this.#storage?.close();
  }

  /** Resolves when the event is on the disk; rejects with a StorageError when it is not. */
  async record(body: EventBody): Promise<LogEvent> {
    const event = await this.#open.append(body);
    this.#events = [...(this.#events ?? []), event];
    return event;
  }

  /** Fits the weights to the log again, in the background, when it has grown enough since the last time. */
  async refit(): Promise<void> {
    const reviews = this.reviews;
    if (this.#fitting || !isFitDue(reviews.length, this.#fit?.reviews)) return;
    this.#fitting = true;
    const { fitInBackground } = await import('./fit-in-background.ts');
    const fit = await fitInBackground(reviews);
    this.#fitting = false;
    if (!fit) return;
    this.#fit = { kind: fit.kind, weights: fit.weights, reviews: reviews.length };
    keepFit(this.#fit);
  }

  undo(event: EventId): Promise<LogEvent> {
    return this.record({ type: 'undo', payload: { event } });
  }

  ban(ban: BanPayload): Promise<LogEvent> {
    return this.record({ type: 'ban', payload: ban });
  }

  unban(ban: EventId): Promise<LogEvent> {
    return this.record({ type: 'unban', payload: { ban } });
  }

  async saveSession(plan: SessionPlan, state: SavedSession['state']): Promise<void> {
    await this.#open.sessions.put({ plan, state });
    this.#sessions = await this.#open.sessions.list();
  }

  /** Reads a backup file without taking anything over. */
  async preview(file: File): Promise<Result<BackupPreview, BackupProblem | ImportProblem>> {
    const { importFile } = await import('#lib/import/import-file.ts');
    const parsed = await importFile('backup', file);
    if (!parsed.ok) return parsed;
    const { added, known } = merged(this.#events ?? [], parsed.value.events);
    const answers = countAnswers(parsed.value);
    return { ok: true, value: { backup: parsed.value, added: added.length, known, answers } };
  }

  /** Adds what a copy has more. Its settings are taken over where nothing has been done yet, as on a new phone. */
  async restore(backup: Backup): Promise<RestoreReport> {
    const report = await this.#open.restore(backup, { takeSettings: !this.#events?.length });
    await this.#readAll();
    return report;
  }

  /** A file that holds everything, read back before it is handed out. */
  async backupFile(): Promise<{ readonly text: string; readonly name: string; readonly answers: number }> {
    const { backupFileName, readBack } = await import('#lib/storage/backup-file.ts');
    const text = await this.#open.backup();
    return { text, name: backupFileName(today()), answers: countAnswers(readBack(text)) };
  }

  /** Nothing is left, and this page must be loaded again. */
  erase(): Promise<void> {
    return this.#open.erase();
  }

  get #open(): Storage {
    if (!this.#storage) throw new TypeError('Wait until the log is read before using it');
    return this.#storage;
  }

  async #begin(storage: Storage): Promise<void> {
    this.#storage = storage;
    storage.onNews((news) => void this.#hear(news));
    if (storage.short) await this.#recover(() => storage.recover());
    await this.#readAll();
    if (!this.#events?.length) return;
    if (this.#damaged > 0) await this.#recover(() => storage.recover());
    else await this.#recover(() => storage.compare());
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
      const { events, damaged } = await this.#open.log();
      this.#sessions = await this.#open.sessions.list();
      this.settings.show(await this.#open.settings.get());
      this.#damaged = damaged.length;
      this.#events = events;
      void this.refit();
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      this.#problem = problem;
    }
  }

  /** Another tab wrote, erased, or is of a newer build. */
  async #hear(news: News): Promise<void> {
    if (news === 'erased') location.reload();
    else if (news === 'superseded') this.#problem = { type: 'newer-schema' };
    else await this.#readAll();
  }
}

const countAnswers = ({ events }: Backup): number => events.filter(({ type }) => type === 'review').length;
