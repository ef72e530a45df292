// People as a table, and the way to a new person. Saved views are not here yet.
import { Button } from "@mantine/core";
import { IconCopyCheck, IconFileImport, IconPlus, IconUsers } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../../shared/keys/actions";
import { ListPage } from "../../shared/table/ListPage";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { PageHead } from "../../shared/ui/PageHead";
import { useColumns, useFilters } from "./columns";
import { NewPerson } from "./NewPerson";
import { peopleQueries } from "./queries";

export function PeoplePage() {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const search = useSearch({ from: "/people" });
  const [adding, setAdding] = useState(false);
  const add: Action = { id: "people.new", icon: IconPlus, run: () => setAdding(true) };
  useActions([add]);
  const importing = () => void navigate({ to: "/import" });
  const count = (n: number) => t("page.count", { count: n });
  return (
    <>
      <ListPage
        kind="people"
        search={search}
        onSearch={(next, replace) => void navigate({ to: "/people", search: next, replace })}
        query={peopleQueries.list}
        head={(total) => (
          <PageHead title={t("page.title")} note={total === undefined ? undefined : count(total)}>
            <Button variant="subtle" leftSection={<IconCopyCheck size={16} aria-hidden />} onClick={() => void navigate({ to: "/duplicates" })} data-testid="people-duplicates">{t("page.duplicates")}</Button>
            <Button variant="subtle" leftSection={<IconFileImport size={16} aria-hidden />} onClick={importing}>{t("page.import")}</Button>
            <ActionButton action={add} variant="filled" testId="people-new" />
          </PageHead>
        )}
        columns={useColumns()}
        filters={useFilters()}
        bulk={["tag", "grade", "owner"]}
        rowTestId="person-row"
        rowName={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: "/people/$id", params: { id } })}
        findAction="people.find"
        icon={IconUsers}
        words={{ title: t("page.title"), find: t("page.find"), noMatch: t("empty.noMatch"), count }}
        empty={
          <EmptyState icon={IconUsers} title={t("empty.title")} text={t("empty.text")}>
            <Button onClick={importing}>{t("empty.import")}</Button>
          </EmptyState>
        }
      />
      {adding ? <NewPerson onClose={() => setAdding(false)} /> : null}
    </>
  );
}
