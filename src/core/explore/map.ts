import { factOf } from '../fact/base.ts';
import type { Base } from '../fact/base.ts';
import type { Entity, EntityKind } from '../fact/entity.ts';
import { importances } from '../fact/fact.ts';
import type { Fact, FactId } from '../fact/fact.ts';
import { intervalOf } from '../fact/interval.ts';
import type { EntityId, PartialDate } from '../fact/value.ts';
import { foldText } from '../item/words.ts';
import { momentOf } from './timeline.ts';

/** A drawn area, its outline as an SVG path in the map's own units. */
export interface MapShape {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  /** Where its name stands. */
  readonly centre: readonly [number, number];
}

export interface MapPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Id of its country's shape. */
  readonly country: string;
  readonly x: number;
  readonly y: number;
}

/** Places in the order in which something passed through them. */
export interface MapRoute {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
}

/** A change of a group's members, dated by the fact that tells it. */
export interface MembershipChange {
  readonly fact: string;
  readonly joins?: readonly string[];
  readonly leaves?: readonly string[];
}

/** A body of countries: its members at first, and what changed. */
export interface MapGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly changes: readonly MembershipChange[];
}

/** What may be looked at: left, top, width, height. */
export type MapWindow = readonly [number, number, number, number];

/** The map of a topic as the build draws it. Its words are in the language of the content. */
export interface MapDrawing {
  /** What the whole of it shows. */
  readonly title: string;
  /** What is owed to those who made its data. */
  readonly credits: string;
  /** The date for which the groups' first members are given. */
  readonly since: string;
  readonly countries: readonly MapShape[];
  readonly regions: readonly MapShape[];
  readonly places: readonly MapPlace[];
  readonly routes: readonly MapRoute[];
  readonly groups: readonly MapGroup[];
  readonly whole: MapWindow;
  /** The country that the map is about, if it is about one, and what shows only that. */
  readonly focus?: string;
  readonly near?: MapWindow;
}

export type PlaceSort = 'country' | 'region' | 'place';

const kindsOf: Readonly<Record<PlaceSort, readonly EntityKind[]>> = {
  country: ['country'],
  region: ['region', 'area'],
  place: ['base', 'city', 'thing'],
};

/** The entity of the base that a drawn thing stands for, found by its name and kind. */
export function entityOnMap(base: Base, name: string, sort: PlaceSort): Entity | undefined {
  const wanted = foldText(name);
  const candidates = kindsOf[sort].flatMap((kind) => base.entitiesByKind.get(kind) ?? []);
  const named = (entity: Entity): boolean => foldText(entity.name) === wanted;
  const alias = (entity: Entity): boolean => entity.aliases.some((other) => foldText(other) === wanted);
  return candidates.find(named) ?? candidates.find(alias);
}

/** The place nearest to a point of the drawing, if it is within reach. */
export function nearestWithin(
  places: readonly MapPlace[],
  [x, y]: readonly [number, number],
  reach: number,
): MapPlace | undefined {
  return places
    .map((place) => ({ place, away: Math.hypot(place.x - x, place.y - y) }))
    .filter(({ away }) => away <= reach)
    .toSorted((a, b) => a.away - b.away)[0]?.place;
}

/** The facts that speak of an entity or that happened there, the most important first. */
export function factsAt(base: Base, entity: EntityId): readonly Fact[] {
  const speaking = base.factsByEntity.get(entity) ?? [];
  const there = base.topic.facts.filter(
    (fact) => fact.rank !== 'deprecated' && (fact.place === entity || fact.about === entity),
  );
  return [...new Set([...speaking, ...there])].toSorted(
    (a, b) => importances.indexOf(a.importance) - importances.indexOf(b.importance),
  );
}

/** The dates at which a group may look different: the first, then those of the changes that the base knows of. */
export function membershipDates(base: Base, drawing: MapDrawing): readonly string[] {
  const changes = drawing.groups.flatMap(({ changes: own }) => own);
  const dates = changes.flatMap((change) => dateOf(base, change)?.iso ?? []);
  return [...new Set([drawing.since, ...dates])].toSorted();
}

/** The ids of a group's members on a date (ISO). A change whose fact the base lacks has not happened. */
export function membersOn(base: Base, group: MapGroup, iso: string): ReadonlySet<string> {
  const members = new Set(group.members);
  const day = intervalOf({ iso, precision: 'day' }).last;
  for (const change of group.changes) {
    const date = dateOf(base, change);
    if (!date || intervalOf(date).first > day) continue;
    change.joins?.forEach((id) => members.add(id));
    change.leaves?.forEach((id) => members.delete(id));
  }
  return members;
}

function dateOf(base: Base, change: MembershipChange): PartialDate | undefined {
  const id = change.fact as FactId;
  return base.facts.has(id) ? momentOf(factOf(base, id))?.date : undefined;
}
