// Organizations: the list with name filter and order, and the way to a new one.
import { Button } from "@mantine/core";
import { IconBuilding, IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationRow } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { FilterBox } from "../../shared/table/FilterBox";
import { type Column, VirtualTable } from "../../shared/table/VirtualTable";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { NewOrganization } from "./NewOrganization";
import css from "./OrganizationsPage.module.css";
import { organizationsQueries } from "./queries";

function useColumns(): readonly Column<OrganizationRow>[] {
  const { t } = useTranslation("organizations");
  const f = useFormat();
  return [
    { key: "name", head: t("column.name"), width: "minmax(160px, 28%)", sort: "name", cell: ({ name }) => name },
    { key: "industry", head: t("column.industry"), width: "minmax(100px, 18%)", cell: ({ industry }) => <span className={css.quiet}>{industry}</span> },
    { key: "region", head: t("column.region"), width: "minmax(80px, 1fr)", cell: ({ region }) => <span className={css.quiet}>{region}</span> },
    { key: "people", head: t("column.people"), width: "80px", end: true, cell: ({ people }) => people },
    { key: "deals", head: t("column.deals"), width: "96px", end: true, cell: ({ deals_open }) => deals_open },
    {
      key: "last", head: t("column.lastTouch"), width: "120px", end: true, sort: "last_touch_at",
      cell: ({ last_touch_at }) => (last_touch_at === null ? <span className={css.none}>{t("cell.neverTouched")}</span> : <span className={css.quiet}>{f.ago(last_touch_at)}</span>),
    },
  ];
}

export function OrganizationsPage() {
  const { t } = useTranslation("organizations");
  const navigate = useNavigate();
  const { q = "", sort = "name", desc = false } = useSearch({ from: "/organizations" });
  const [adding, setAdding] = useState(false);
  const filter = useRef<HTMLInputElement>(null);
  const columns = useColumns();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(organizationsQueries.list(sort, desc, q));

  const onFilter = useCallback(
    (next: string) => void navigate({ to: "/organizations", replace: true, search: (old) => ({ ...old, q: next === "" ? undefined : next }) }),
    [navigate],
  );
  const add: Action = { id: "organizations.new", icon: IconPlus, run: () => setAdding(true) };
  useActions([add, { id: "organizations.find", run: () => filter.current?.focus() }]);

  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <>
      <PageHead title={t("page.title")} note={data === undefined ? undefined : t("page.count", { count: total })}>
        <ActionButton action={add} variant="filled" testId="organizations-new" />
      </PageHead>
      <div className={css.tools}>
        <FilterBox value={q} onChange={onFilter} placeholder={t("page.find")} inputRef={filter} testId="organizations-filter" />
      </div>
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {data === undefined ? (
        error === null ? <Loading rows={16} /> : null
      ) : rows.length > 0 ? (
        <VirtualTable
          key={`${sort} ${String(desc)} ${q}`}
          id="organizations"
          label={t("page.title")}
          rowTestId="organization-row"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          total={total}
          footer={t("page.count", { count: total })}
          sort={sort}
          desc={desc}
          onSort={(next, down) => void navigate({ to: "/organizations", search: (old) => ({ ...old, sort: next, desc: down || undefined }) })}
          onOpen={({ id }) => void navigate({ to: "/organizations/$id", params: { id } })}
          more={{ has: hasNextPage, busy: isFetchingNextPage, fetch: () => void fetchNextPage() }}
        />
      ) : q === "" ? (
        <EmptyState icon={IconBuilding} title={t("empty.title")} text={t("empty.text")}>
          <Button onClick={() => void navigate({ to: "/import" })}>{t("empty.import")}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={IconBuilding} title={t("empty.noMatch")} text={t("empty.noMatchText", { query: q })}>
          <Button onClick={() => onFilter("")}>{t("empty.clear")}</Button>
        </EmptyState>
      )}
      {adding ? <NewOrganization onClose={() => setAdding(false)} /> : null}
    </>
  );
}
