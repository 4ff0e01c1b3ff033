import type { AssignmentId } from '#core/assignment/assignment.ts';
import type { ClassSheets } from '#core/assignment/class-sheets.ts';
import { parseClassSheets } from '#core/assignment/parse-class-sheets.ts';

import { gunzipped, gzipped } from './gzip.ts';
import { packsCacheName } from './packs-cache.ts';

/*
 * The items of quizzes that were handed out, beside the facts that they were made from: for the time when the app makes
 * others. Packed, since every student's are much like another's; gzip also tells damage.
 */

const addressOf = (assignment: AssignmentId): string => `/kept-sheets/${assignment}`;

/** Keeps the sheets of a quiz in place of those that were there, where this browser has a cache with room. */
export async function keepSheets(assignment: AssignmentId, sheets: ClassSheets): Promise<void> {
  try {
    const cache = await caches.open(packsCacheName);
    await cache.put(addressOf(assignment), new Response(await gzipped(JSON.stringify(sheets))));
  } catch {
    // No room, or no cache: this version of the app makes the items again, and a later one tells that it cannot.
  }
}

/** Undefined where none were kept, or they are damaged. */
export async function keptSheets(assignment: AssignmentId): Promise<ClassSheets | undefined> {
  try {
    const found = await (await caches.open(packsCacheName)).match(addressOf(assignment));
    if (!found) return undefined;
    return parseClassSheets(JSON.parse(await gunzipped(await found.blob())));
  } catch {
    return undefined; // no cache, or damaged
  }
}
