import type { MapDrawing, PlaceSort } from '#core/explore/map.ts';
import { m } from '#lib/i18n/messages.ts';

/** Anything that can be chosen on the map. */
export interface MapThing {
  readonly id: string;
  readonly name: string;
  readonly sort: PlaceSort;
  /** What it is, in the learner's language. */
  readonly kind: string;
}

const kindWords: Readonly<Record<string, () => string>> = {
  capital: m.explore_map_kind_capital,
  town: m.explore_map_kind_town,
  base: m.explore_map_kind_base,
  crossing: m.explore_map_kind_crossing,
  port: m.explore_map_kind_port,
};

/** Countries, then regions, then places, each by name. */
export function thingsOnMap({ countries, regions, places }: MapDrawing): readonly MapThing[] {
  return [
    ...countries
      .toSorted(byName)
      .map(({ id, name }) => thing(id, name, 'country', m.explore_map_kind_country())),
    ...regions.toSorted(byName).map(({ id, name }) => thing(id, name, 'region', m.explore_map_kind_region())),
    ...places
      .toSorted(byName)
      .map(({ id, name, kind }) => thing(id, name, 'place', kindWords[kind]?.() ?? kind)),
  ];
}

const thing = (id: string, name: string, sort: PlaceSort, kind: string): MapThing => ({
  id,
  name,
  sort,
  kind,
});
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name);
