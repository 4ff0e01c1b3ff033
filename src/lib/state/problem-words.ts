import type { BackupProblem } from '#core/review/backup.ts';
import type { TopicProblem } from '#lib/content/load-topic.ts';
import { m } from '#lib/i18n/messages.ts';
import { problemOf } from '#lib/storage/problem.ts';
import type { StorageProblem } from '#lib/storage/problem.ts';

const storage: Readonly<Record<StorageProblem['type'], () => string>> = {
  unavailable: m.storage_unavailable,
  timeout: m.storage_timeout,
  blocked: m.storage_blocked,
  'newer-schema': m.storage_newer,
  quota: m.storage_quota,
  damaged: m.storage_damaged,
};

const content: Readonly<Record<TopicProblem['type'], () => string>> = {
  offline: m.content_offline,
  refused: m.content_refused,
  damaged: m.content_damaged,
  'newer-format': m.content_newer,
};

const backup: Readonly<Record<BackupProblem['type'], () => string>> = {
  'too-large': m.backup_too_large,
  truncated: m.backup_truncated,
  'not-json': m.backup_not_ours,
  hostile: m.backup_not_ours,
  'wrong-format': m.backup_not_ours,
  'newer-version': m.backup_newer,
  damaged: m.backup_damaged,
  'damaged-event': m.backup_damaged,
};

/** What went wrong with storage and what to do, in the learner's words. */
export const storageWords = (problem: StorageProblem): string => storage[problem.type]();

export const contentWords = (problem: TopicProblem): string => content[problem.type]();

export const backupWords = (problem: BackupProblem): string => backup[problem.type]();

/** The words for a failed write; anything but a failing storage is a bug and thrown on. */
export function wordsOfFailure(error: unknown): string {
  const problem = problemOf(error);
  if (!problem) throw error;
  return storageWords(problem);
}
