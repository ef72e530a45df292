// How a list is filtered and sorted stands in its address; what is typed goes there when it rests.
export type ListSearch = { q?: string; sort?: string; desc?: boolean };

/** Reads the search part of an address; anything odd is left out. */
export function listSearch(raw: Record<string, unknown>): ListSearch {
  return {
    ...(typeof raw.q === "string" && raw.q !== "" ? { q: raw.q } : {}),
    ...(typeof raw.sort === "string" ? { sort: raw.sort } : {}),
    ...(raw.desc === true ? { desc: true } : {}),
  };
}
