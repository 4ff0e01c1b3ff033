import type { Making } from '#core/review/snapshot.ts';
import type { Audit } from '#lib/storage/audit.ts';
import { browserNotes } from '#lib/storage/notes.ts';
import { nameIn } from '#lib/storage/sentinel.ts';
import type { AuditRequest } from '#lib/worker/audit.worker.ts';
// oxlint-disable-next-line import/default -- Vite makes the address of the worker's file
import address from '#lib/worker/audit.worker.ts?worker&url';
import { inWorker } from './in-worker.ts';

/** Verifies the log off the page's thread; undefined where that fails: it is verified at the next start. */
export function auditInBackground(making: Making, signal: AbortSignal): Promise<Audit | undefined> {
  const request: AuditRequest = { name: nameIn(browserNotes), making };
  return inWorker<Audit>(address, request, signal);
}
