// A page of records as a table: name box, filters, columns, rows, bulk work. People, organizations
// and deals are three descriptions of it. Order and filters stand in the address.
import { Button, Menu } from "@mantine/core";
import { type Icon, IconArrowsSort } from "@tabler/icons-react";
import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListKind, PageInput } from "../../ipc/bindings.gen";
import type { Cell } from "../fields/EditableCell";
import { useFormat, usePlace } from "../format/useFormat";
import { useActions } from "../keys/actions";
import { type OwnRow, useOwnColumns, useOwnFilters } from "../own/useOwnColumns";
import type { ShortcutId } from "../keys/shortcuts";
import { EmptyState } from "../ui/EmptyState";
import { ErrorNote } from "../ui/ErrorNote";
import { Keys } from "../ui/Keys";
import { Loading } from "../ui/Loading";
import { BulkBar, type BulkField } from "./BulkBar";
import { type Column, useColumnChoice } from "./columns";
import { ColumnsMenu } from "./ColumnsMenu";
import { ExportMenu } from "./ExportMenu";
import { FilterBox } from "./FilterBox";
import { Filters, type FilterSpec } from "./Filters";
import css from "./ListPage.module.css";
import { ListRows, PAGE, type PageQuery } from "./ListRows";
import { type ListSearch, rememberedSearch, rememberSearch, withValues } from "./listSearch";
import { chosen, nothing, type Selection } from "./selection";
import { Views } from "./Views";
import { widthsOf } from "./viewState";
import { useViews } from "../views/queries";

type Props<Row, Key extends QueryKey> = {
  kind: ListKind;
  search: ListSearch;
  onSearch: (next: ListSearch, replace: boolean) => void;
  query: PageQuery<Row, Key>;
  /** the page head, given how many fit */
  head: (total: number | undefined) => React.ReactNode;
  tools?: React.ReactNode;
  columns: readonly Column<Row>[];
  filters: readonly FilterSpec[];
  bulk: readonly BulkField[];
  rowTestId: string;
  rowName: (row: Row) => string;
  onOpen: (row: Row) => void;
  findAction: ShortcutId;
  icon: Icon;
  words: { title: string; find: string; noMatch: string; count: (n: number) => string };
  /** what stands here while there is nothing at all */
  empty: React.ReactNode;
};

export function ListPage<Row extends OwnRow, Key extends QueryKey>(props: Props<Row, Key>) {
  const { kind, search, onSearch, query, words } = props;
  const columns = [...props.columns, ...useOwnColumns<Row>(kind)];
  const specs = [...props.filters, ...useOwnFilters(kind)];
  const { t } = useTranslation("table");
  const format = useFormat();
  const { me = null } = usePlace();
  const { q = "", sort = "name", desc = false, f: filters = [] } = search;
  const box = useRef<HTMLInputElement>(null);
  const views = useViews(kind);
  const view = views.find(({ id }) => id === search.v);
  const choice = useColumnChoice(kind, columns, view === undefined ? null : { id: view.id, columns: view.state.columns ?? [], widths: widthsOf(view) });
  const [selection, setSelection] = useState<Selection>(nothing);
  const page: PageInput = { sort, desc, after: null, limit: PAGE, query: q === "" ? null : q, filters };
  const { data, error } = useQuery({ ...query(page), placeholderData: keepPreviousData });
  useActions([{ id: props.findAction, run: () => box.current?.focus() }]);
  useRemembered(kind, search, onSearch);

  // What was chosen belongs to the rows that were in sight.
  const asked = JSON.stringify([q, filters]);
  const [seen, setSeen] = useState(asked);
  if (seen !== asked) {
    setSeen(asked);
    setSelection(nothing);
  }

  const turnTo = (wanted: ListSearch, replace = false) => {
    rememberSearch(kind, wanted);
    onSearch(wanted, replace);
  };
  const to = (next: Partial<ListSearch>, replace = false) => turnTo({ ...search, ...next }, replace);
  const onFilters = (next: string[]) => to({ f: next.length === 0 ? undefined : next });
  const onSort = (next: string, down: boolean) => to({ sort: next, desc: down || undefined });
  const total = data?.total;
  const without = data?.without ?? [];
  const sorts = columns.filter((column) => column.sort !== undefined);
  const sorted = sorts.find((column) => column.sort === sort);
  return (
    <>
      {props.head(total)}
      <Views kind={kind} search={search} me={me} choice={choice} onSearch={turnTo} />
      <div className={css.tools}>
        <FilterBox value={q} onChange={(next) => to({ q: next === "" ? undefined : next }, true)} placeholder={words.find} inputRef={box} testId={`${kind}-filter`} />
        <Filters kind={kind} specs={specs} filters={filters} onFilters={onFilters} />
        <div className={css.end}>
          {props.tools}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" rightSection={<IconArrowsSort size={16} aria-hidden />} data-testid="table-sort">{sorted?.head ?? t("sort")}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {sorts.map((column) => (
                <Menu.Item key={column.key} onClick={() => onSort(column.sort ?? "", column.sort === sort ? !desc : false)} aria-current={column.sort === sort || undefined}>
                  {column.sort === sort ? t(desc ? "ascending" : "descending", { column: column.head }) : column.head}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <ExportMenu kind={kind} page={page} columns={choice.visible.map(({ key }) => key)} selection={selection} title={words.title} />
          <ColumnsMenu choice={choice} />
        </div>
      </div>
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {data === undefined || total === undefined ? (
        error === null ? <Loading rows={16} /> : null
      ) : total > 0 ? (
        <div className={css.body}>
          <ListRows
            key={`${sort} ${String(desc)} ${asked}`}
            kind={kind} first={data} page={page} query={query} selection={selection} onSelection={setSelection}
            label={words.title} rowTestId={props.rowTestId} rowName={props.rowName} choice={choice} sort={sort} desc={desc} onSort={onSort} onOpen={props.onOpen}
            footer={(from, until) => (
              <>
                <span>{t("range", { from: format.number(from), to: format.number(until), total: words.count(total) })}</span>
                <TableKeys />
              </>
            )}
          />
          {chosen(selection, total) > 0 ? <BulkBar kind={kind} fields={props.bulk} cells={cellsOf(columns, data.rows)} page={page} total={total} selection={selection} onSelection={setSelection} /> : null}
        </div>
      ) : q === "" && filters.length === 0 ? (
        props.empty
      ) : (
        <EmptyState icon={props.icon} title={words.noMatch} text={without.length === 0 ? t("nothingWithout") : undefined}>
          {without.map(({ field, count }) => {
            const name = field === "" ? q : (specs.find((spec) => spec.field === field)?.label ?? field);
            return (
              <Button key={field} data-testid="without" onClick={() => (field === "" ? to({ q: undefined }) : onFilters(withValues(filters, field, [])))}>
                {t("without", { name, count: words.count(count) })}
              </Button>
            );
          })}
          <Button variant="subtle" onClick={() => to({ q: undefined, f: undefined })} data-testid="clear-filters">{t("clear")}</Button>
        </EmptyState>
      )}
    </>
  );
}

/** What can be set in many rows at once: whatever is edited in one, but its name. */
function cellsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Cell[] {
  return columns.slice(1).flatMap(({ edit }) => {
    if (edit === undefined) return [];
    for (const row of rows) {
      const cell = edit(row);
      if (cell !== null) return cell.stored === undefined ? [] : [cell];
    }
    return [];
  });
}

/** An address without order and filters takes the ones used last on this device. */
function useRemembered(id: string, search: ListSearch, onSearch: Props<{ id: string }, QueryKey>["onSearch"]) {
  const restore = useEffectEvent(() => {
    const known = rememberedSearch(id);
    if (search.v === undefined && search.f === undefined && search.sort === undefined && (known.v !== undefined || known.f !== undefined || known.sort !== undefined)) onSearch({ ...known, ...search }, true);
  });
  useEffect(() => restore(), []);
}

function TableKeys() {
  const { t } = useTranslation(["table", "common"]);
  return (
    <span className={css.keys} aria-hidden>
      <Keys keys="j k" />{t("common:do.move")}
      <Keys keys="home end" />{t("doEnds")}
      <Keys keys="x" />{t("doChoose")}
      <Keys keys="e" />{t("doEdit")}
      <Keys keys="s" />{t("doSort")}
      <Keys keys="enter" />{t("common:do.open")}
    </span>
  );
}
