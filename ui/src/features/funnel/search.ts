// What the address of the funnel says: which deals, broken down by what, looked from which day.
import type { FunnelBy, FunnelInput } from "../../ipc/bindings.gen";

export const breakdowns = ["source", "owner", "grade", "size", "month", "product"] as const satisfies readonly FunnelBy[];

export type FunnelSearch = { pipeline?: string; by?: FunnelBy; from?: string; to?: string; asOf?: string; only?: string[] };

const day = (value: unknown) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);
const isBy = (value: unknown): value is FunnelBy => breakdowns.some((by) => by === value);

export function funnelSearch(raw: Record<string, unknown>): FunnelSearch {
  const only = Array.isArray(raw["only"]) ? raw["only"].filter((one): one is string => typeof one === "string" && isBy(one.split("=")[0])) : [];
  const [from, to, asOf] = [day(raw["from"]), day(raw["to"]), day(raw["asOf"])];
  return {
    ...(typeof raw["pipeline"] === "string" ? { pipeline: raw["pipeline"] } : {}),
    ...(isBy(raw["by"]) ? { by: raw["by"] } : {}),
    ...(from ? { from } : {}), ...(to ? { to } : {}), ...(asOf ? { asOf } : {}),
    ...(only.length > 0 ? { only } : {}),
  };
}

/** "size=large" as by and key. */
export function filterOf(only: string): { by: FunnelBy; key: string } {
  const at = only.indexOf("=");
  const by = only.slice(0, at);
  return { by: isBy(by) ? by : "source", key: only.slice(at + 1) };
}

export const inputOf = ({ pipeline, by, from, to, asOf, only = [] }: FunnelSearch): FunnelInput => ({
  pipeline: pipeline ?? null, by: by ?? null, from: from ?? null, to: to ?? null, as_of: asOf ?? null, filters: only.map(filterOf),
});
