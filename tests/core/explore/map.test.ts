import { expect, test } from 'vitest';

import { entityOnMap, factsAt, membershipDates, membersOn, nearestWithin } from '#core/explore/map.ts';
import type { MapDrawing, MapGroup, MapPlace } from '#core/explore/map.ts';
import { entityId, harbourBase } from '../topic.ts';

const base = harbourBase();
const group: MapGroup = {
  id: 'league',
  name: 'Coast League',
  members: ['A', 'B'],
  changes: [
    { fact: 'opening-date', joins: ['C'] },
    { fact: 'storm-date', leaves: ['A'] },
    { fact: 'not-in-the-base', leaves: ['B'] },
  ],
};
const drawing: MapDrawing = {
  title: 'The coast',
  credits: 'Nobody',
  since: '1990-01-01',
  countries: [],
  regions: [],
  places: [],
  routes: [],
  groups: [group],
  focus: 'A',
  whole: [0, 0, 1, 1],
  near: [0, 0, 1, 1],
};

test('membershipDates() are the first and those of changes that the base knows of', () => {
  expect(membershipDates(base, drawing)).toEqual(['1990-01-01', '1990-05-01', '1990-10-12']);
});

test.each([
  ['1990-01-01', ['A', 'B']],
  ['1990-05-01', ['A', 'B', 'C']],
  ['1990-10-12', ['B', 'C']],
])('membersOn() %s', (iso, members) => {
  expect([...membersOn(base, group, iso)].toSorted()).toEqual(members);
});

test('entityOnMap() finds by name without case and accents, and only the right kind', () => {
  expect(entityOnMap(base, 'Pórt ALBA', 'place')?.id).toBe('alba');
  expect(entityOnMap(base, 'Port Alba', 'country')).toBeUndefined();
  expect(entityOnMap(base, 'Coast League', 'place')).toBeUndefined();
});

test('factsAt() are those that speak of a place or happened there, each once', () => {
  const ids = factsAt(base, entityId('alba')).map(({ id }) => id);
  expect(ids).toEqual(['opening-place', 'league-alba']);
});

test('nearestWithin() is the nearest place, and none out of reach', () => {
  const place = (id: string, x: number): MapPlace => ({ id, name: id, kind: 'town', country: 'A', x, y: 0 });
  const places = [place('far', 10), place('near', 3), place('mid', 5)];
  expect(nearestWithin(places, [4.2, 0], 6)?.id).toBe('mid');
  expect(nearestWithin(places, [0, 0], 4)?.id).toBe('near');
  expect(nearestWithin(places, [0, 0], 2)).toBeUndefined();
});
