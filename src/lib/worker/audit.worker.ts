import type { Making } from '#core/review/snapshot.ts';
import { auditLog } from '#lib/storage/audit.ts';
import { connect } from '#lib/storage/database.ts';

/** What the page sends: which database, and what to make of its log. */
export interface AuditRequest {
  readonly name: string;
  readonly making: Making;
}

/** Reads and verifies the whole log beside the page, which stays free for the finger. */
addEventListener('message', ({ data: { name, making } }: MessageEvent<AuditRequest>) => {
  // Another tab upgrades or erases: nothing may be opened again.
  const database = connect(indexedDB, () => close(), name);
  void auditLog(database, making).then(
    (audit) => postMessage(audit),
    () => postMessage(undefined), // it is done again at the next start
  );
});
