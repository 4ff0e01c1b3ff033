import { activeReviews } from '#core/review/log.ts';
import { fitLog } from '#core/review/fit-log.ts';
import { connect } from '#lib/storage/database.ts';
import { readLog } from '#lib/storage/review-log.ts';

/** Fits beside the page, since reading and fitting a long log take longer than a frame. Gets the database's name. */
addEventListener('message', ({ data: name }: MessageEvent<string>) => {
  // Another tab upgrades or erases: nothing may be opened again.
  const database = connect(indexedDB, () => close(), name);
  void readLog(database).then(
    ({ events }) => postMessage(fitLog(activeReviews(events))),
    () => postMessage(undefined), // it is done again after the next answers
  );
});
