// Which conversation an address points at, on the record that shows it.

export type TouchpointSearch = { touchpoint?: string };

/** Reads the search part of an address; anything odd is left out. */
export function touchpointSearch(raw: Record<string, unknown>): TouchpointSearch {
  return typeof raw.touchpoint === "string" && raw.touchpoint !== "" ? { touchpoint: raw.touchpoint } : {};
}
