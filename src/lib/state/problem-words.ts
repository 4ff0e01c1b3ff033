import type { ImportProblem } from '#core/guard/problem.ts';
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

const imported: Readonly<Record<ImportProblem['type'], () => string>> = {
  'too-large': m.import_too_large,
  truncated: m.backup_truncated,
  unreadable: m.import_unreadable,
  hostile: m.import_hostile,
  'given-up': m.import_given_up,
};

const backup: Readonly<Record<(BackupProblem | ImportProblem)['type'], () => string>> = {
  ...imported,
  'too-large': m.backup_too_large,
  unreadable: m.backup_not_ours,
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

/** What is wrong with a file of any kind that was not let in. */
export const importWords = (problem: ImportProblem): string => imported[problem.type]();

export const backupWords = (problem: BackupProblem | ImportProblem): string => backup[problem.type]();

/** The words for a failed write; anything but a failing storage is a bug and thrown on. */
export function wordsOfFailure(error: unknown): string {
  const problem = problemOf(error);
  if (!problem) throw error;
  return storageWords(problem);
}
