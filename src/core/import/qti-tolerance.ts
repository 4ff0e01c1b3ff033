import { allIn, elementsIn, textIn } from '../file/xml-read.ts';
import type { XmlElement } from '../file/xml-write.ts';

/** How far a number may be off by an item's response processing: `equal` with a tolerance, or two bounds around it. */
export function qtiTolerance(item: XmlElement, amount: number): number {
  const [equal] = allIn(item, 'equal');
  const own = Number.parseFloat(String(equal?.attributes.tolerance));
  if (Number.isFinite(own))
    return Math.abs(equal?.attributes.toleranceMode === 'relative' ? (amount * own) / 100 : own);
  const bounds = ['gte', 'gt', 'lte', 'lt'].flatMap((name) =>
    allIn(item, name).flatMap((test) => elementsIn(test, 'baseValue').map((value) => Number(textIn(value)))),
  );
  const away = bounds.filter(Number.isFinite).map((bound) => Math.abs(bound - amount));
  return away.length >= 2 ? Number(Math.max(...away).toFixed(9)) : 0;
}
