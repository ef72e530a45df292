// How a list is filtered and sorted stands in its address; what is typed goes there when it rests.
// Order and filters are also remembered on this device, for when the page is opened without any.
import { recallJson, remember } from "../hooks/device";

/** `v`: the view that is open. */
export type ListSearch = { v?: string; q?: string; sort?: string; desc?: boolean; f?: string[] };

/** Reads the search part of an address; anything odd is left out. */
export function listSearch(raw: Record<string, unknown>): ListSearch {
  const filters = Array.isArray(raw.f) ? raw.f.filter((one): one is string => typeof one === "string" && one.includes("=")) : [];
  return {
    ...(typeof raw.v === "string" && raw.v !== "" ? { v: raw.v } : {}),
    ...(typeof raw.q === "string" && raw.q !== "" ? { q: raw.q } : {}),
    ...(typeof raw.sort === "string" ? { sort: raw.sort } : {}),
    ...(raw.desc === true ? { desc: true } : {}),
    ...(filters.length > 0 ? { f: filters } : {}),
  };
}

const place = (id: string) => `touchline.list.${id}`;

export function rememberSearch(id: string, { v, sort, desc, f }: ListSearch): void {
  remember(place(id), JSON.stringify({ v, sort, desc, f }));
}

export function rememberedSearch(id: string): ListSearch {
  const raw = recallJson(place(id));
  return typeof raw === "object" && raw !== null ? listSearch({ ...raw }) : {};
}

/** One field's values out of filters such as "grade=A". */
export function valuesOf(filters: readonly string[], field: string): string[] {
  return filters.flatMap((filter) => (filter.startsWith(`${field}=`) ? [filter.slice(field.length + 1)] : []));
}

export const fieldsOf = (filters: readonly string[]): string[] => [...new Set(filters.map((filter) => filter.slice(0, filter.indexOf("="))))];

export function withValues(filters: readonly string[], field: string, values: readonly string[]): string[] {
  const rest = filters.filter((filter) => !filter.startsWith(`${field}=`));
  return [...rest, ...values.map((value) => `${field}=${value}`)];
}
