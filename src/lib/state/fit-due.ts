const fewest = 8;
const share = 0.05;

/** Whether a log has changed enough since a fit: by 8 reviews, and by a twentieth. */
export function isFitDue(reviews: number, fittedAt = 0): boolean {
  return reviews >= fewest && Math.abs(reviews - fittedAt) >= Math.max(fewest, share * fittedAt);
}
