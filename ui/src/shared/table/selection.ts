// Which rows are chosen: some by name, or the whole view but some. Pure, so that it can be tested.

export type Selection = { all: boolean; ids: ReadonlySet<string> };

export const nothing: Selection = { all: false, ids: new Set() };
export const everything: Selection = { all: true, ids: new Set() };

export const isChosen = ({ all, ids }: Selection, id: string): boolean => all !== ids.has(id);

export function chosen({ all, ids }: Selection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

/** Sets these rows to be chosen or not. */
export function choose({ all, ids }: Selection, rows: readonly string[], wanted: boolean): Selection {
  const next = new Set(ids);
  for (const id of rows) {
    if (wanted === all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next };
}
