// People: the list with name filter and order, and the way to a new person. Views, filters by field
// and bulk work are not here yet.
import { Button } from "@mantine/core";
import { IconFileImport, IconPlus, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../../shared/keys/actions";
import { FilterBox } from "../../shared/table/FilterBox";
import { VirtualTable } from "../../shared/table/VirtualTable";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { useColumns } from "./columns";
import { NewPerson } from "./NewPerson";
import css from "./PeoplePage.module.css";
import { peopleQueries } from "./queries";

export function PeoplePage() {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const { q = "", sort = "name", desc = false } = useSearch({ from: "/people" });
  const [adding, setAdding] = useState(false);
  const filter = useRef<HTMLInputElement>(null);
  const columns = useColumns();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(peopleQueries.list(sort, desc, q));

  const onFilter = useCallback(
    (next: string) => void navigate({ to: "/people", replace: true, search: (old) => ({ ...old, q: next === "" ? undefined : next }) }),
    [navigate],
  );
  const add: Action = { id: "people.new", icon: IconPlus, run: () => setAdding(true) };
  useActions([add, { id: "people.find", run: () => filter.current?.focus() }]);

  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  const importing = () => void navigate({ to: "/import" });
  return (
    <>
      <PageHead title={t("page.title")} note={data === undefined ? undefined : t("page.count", { count: total })}>
        <Button variant="subtle" leftSection={<IconFileImport size={16} aria-hidden />} onClick={importing}>{t("page.import")}</Button>
        <ActionButton action={add} variant="filled" testId="people-new" />
      </PageHead>
      <div className={css.tools}>
        <FilterBox value={q} onChange={onFilter} placeholder={t("page.find")} inputRef={filter} testId="people-filter" />
      </div>
      {error === null ? null : <div className={css.error}><ErrorNote error={error} /></div>}
      {data === undefined ? (
        error === null ? <Loading rows={16} /> : null
      ) : rows.length > 0 ? (
        <VirtualTable
          key={`${sort} ${String(desc)} ${q}`}
          id="people"
          label={t("page.title")}
          rowTestId="person-row"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          total={total}
          footer={t("page.count", { count: total })}
          sort={sort}
          desc={desc}
          onSort={(next, down) => void navigate({ to: "/people", search: (old) => ({ ...old, sort: next, desc: down || undefined }) })}
          onOpen={({ id }) => void navigate({ to: "/people/$id", params: { id } })}
          more={{ has: hasNextPage, busy: isFetchingNextPage, fetch: () => void fetchNextPage() }}
        />
      ) : q === "" ? (
        <EmptyState icon={IconUsers} title={t("empty.title")} text={t("empty.text")}>
          <Button onClick={importing}>{t("empty.import")}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={IconUsers} title={t("empty.noMatch")} text={t("empty.noMatchText", { query: q })}>
          <Button onClick={() => onFilter("")}>{t("empty.clear")}</Button>
        </EmptyState>
      )}
      {adding ? <NewPerson onClose={() => setAdding(false)} /> : null}
    </>
  );
}
