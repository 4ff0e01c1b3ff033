import type { EntityKind } from '#core/fact/entity.ts';
import { m } from '#lib/i18n/messages.ts';

/** Heading over the entities of a kind. */
export const kindWords: Readonly<Record<EntityKind, () => string>> = {
  person: m.explore_who_person,
  group: m.explore_who_group,
  organisation: m.explore_who_organisation,
  office: m.explore_who_office,
  force: m.explore_who_force,
  mission: m.explore_who_mission,
  country: m.explore_who_country,
  media: m.explore_who_media,
  region: m.explore_who_region,
  city: m.explore_who_city,
  area: m.explore_who_area,
  base: m.explore_who_base,
  agreement: m.explore_who_agreement,
  event: m.explore_who_event,
  statement: m.explore_who_statement,
  thing: m.explore_who_thing,
};
