// Tables in the fake core: filters, order, pages, choices and changes, over whatever rows there are.
import type { Change, Choice, ListKind, PageInput, Which, Without } from "../bindings.gen";

type Row = { id: string; name: string };
/** How a row answers a filter: one value, several, or none. */
type Fields<R> = Readonly<Record<string, (row: R) => string | readonly string[] | null>>;
type Sorts<R> = Readonly<Record<string, (row: R) => string | number | null>>;

const valuesOf = (answer: string | readonly string[] | null | undefined): readonly string[] =>
  answer === null || answer === undefined ? [] : typeof answer === "string" ? [answer] : answer;

export function makeList<R extends Row>(rows: () => readonly R[], fields: Fields<R>, sorts: Sorts<R>, text: (row: R) => string) {
  const fits = ({ query, filters = [] }: PageInput): R[] => {
    const wanted = (query ?? "").trim().toLowerCase();
    const asked = new Map<string, string[]>();
    for (const filter of filters) {
      const at = filter.indexOf("=");
      asked.set(filter.slice(0, at), [...(asked.get(filter.slice(0, at)) ?? []), filter.slice(at + 1)]);
    }
    return rows().filter(
      (row) =>
        text(row).toLowerCase().includes(wanted) &&
        [...asked].every(([field, values]) => {
          const own = valuesOf(fields[field]?.(row));
          return values.some((value) => (value === "" ? own.length === 0 : own.includes(value)));
        }),
    );
  };
  const list = (input: PageInput) => {
    const { sort, desc, limit, query, from = 0, filters = [] } = input;
    const value = sorts[sort] ?? (({ name }: R) => name);
    const all = fits(input);
    if (sort !== "name" || desc) {
      const sign = desc ? -1 : 1;
      all.sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        if (x === null || y === null) return Number(x === null) - Number(y === null);
        return x < y ? -sign : x > y ? sign : 0;
      });
    }
    const slice = all.slice(from, from + limit);
    const without: Without[] = [];
    if (all.length === 0) {
      for (const field of new Set(filters.map((filter) => filter.slice(0, filter.indexOf("="))))) {
        without.push({ field, count: fits({ ...input, filters: filters.filter((filter) => !filter.startsWith(`${field}=`)) }).length });
      }
      if (query !== null && query !== "") without.push({ field: "", count: fits({ ...input, query: null }).length });
    }
    return { rows: slice, next: null, total: all.length, without: without.filter(({ count }) => count > 0) };
  };
  const choices = (field: string): Choice[] => {
    const counts = new Map<string, number>();
    for (const row of rows()) for (const value of valuesOf(fields[field]?.(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, label: null, count }));
  };
  return { list, choices, ids: (which: Which) => (which.rows !== undefined ? which.rows : fits(which.view.page).map(({ id }) => id).filter((id) => !which.view.but.includes(id))) };
}

/** What was changed in rows by hand; laid over them wherever they are shown. */
export function makeEdits() {
  const edits = new Map<string, Record<string, unknown>>();
  const lay = <R extends Row & { tags: string[] }>(kind: ListKind, rows: readonly R[]): R[] =>
    rows.map((row) => {
      const edit = edits.get(`${kind} ${row.id}`);
      return edit === undefined ? row : { ...row, ...edit };
    });
  /** Returns how many were changed, and how to take it back. */
  const change = (kind: ListKind, rows: readonly (Row & { tags: string[] })[], what: Change, value: (field: string, typed: string | null) => Record<string, unknown>) => {
    const before = new Map(edits);
    let changed = 0;
    for (const row of rows) {
      const key = `${kind} ${row.id}`;
      const next = what.set !== undefined ? value(what.set.field, what.set.value)
        : what.tag !== undefined ? { tags: [...new Set([...row.tags, what.tag.name])] } : { tags: row.tags.filter((tag) => tag !== what.untag.name) };
      const now = { ...row };
      if (Object.entries(next).every(([field, wanted]) => JSON.stringify(Reflect.get(now, field)) === JSON.stringify(wanted))) continue;
      changed += 1;
      edits.set(key, { ...edits.get(key), ...next });
    }
    const undo = () => {
      edits.clear();
      for (const [key, edit] of before) edits.set(key, edit);
    };
    return { changed, unchanged: rows.length - changed, undo };
  };
  return { lay, change };
}
