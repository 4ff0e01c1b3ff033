/** What the map shows. */
export interface MapLook {
  /** The country that the map is about, rather than everything. */
  readonly near: boolean;
  /** The group whose members are coloured; empty for none. */
  readonly group: string;
  /** The date for which they are; undefined for the latest. */
  readonly date: string | undefined;
  readonly regions: boolean;
  readonly places: boolean;
  readonly bases: boolean;
  readonly routes: boolean;
}
