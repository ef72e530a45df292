// Organizations as a table, and the way to a new one.
import { Button } from "@mantine/core";
import { IconBuilding, IconCopyCheck, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../../shared/keys/actions";
import { ListPage } from "../../shared/table/ListPage";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { PageHead } from "../../shared/ui/PageHead";
import { useColumns, useFilters } from "./columns";
import { NewOrganization } from "./NewOrganization";
import { organizationsQueries } from "./queries";

export function OrganizationsPage() {
  const { t } = useTranslation("organizations");
  const navigate = useNavigate();
  const search = useSearch({ from: "/organizations" });
  const [adding, setAdding] = useState(false);
  const add: Action = { id: "organizations.new", icon: IconPlus, run: () => setAdding(true) };
  useActions([add]);
  const count = (n: number) => t("page.count", { count: n });
  return (
    <>
      <ListPage
        kind="organizations"
        search={search}
        onSearch={(next, replace) => void navigate({ to: "/organizations", search: next, replace })}
        query={organizationsQueries.list}
        head={(total) => (
          <PageHead title={t("page.title")} note={total === undefined ? undefined : count(total)}>
            <Button variant="subtle" leftSection={<IconCopyCheck size={16} aria-hidden />} onClick={() => void navigate({ to: "/duplicates", search: { kind: "organizations" } })}>{t("page.duplicates")}</Button>
            <ActionButton action={add} variant="filled" testId="organizations-new" />
          </PageHead>
        )}
        columns={useColumns()}
        filters={useFilters()}
        bulk={["tag", "grade", "owner"]}
        rowTestId="organization-row"
        rowName={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: "/organizations/$id", params: { id } })}
        findAction="organizations.find"
        icon={IconBuilding}
        words={{ title: t("page.title"), find: t("page.find"), noMatch: t("empty.noMatch"), count }}
        empty={
          <EmptyState icon={IconBuilding} title={t("empty.title")} text={t("empty.text")}>
            <Button onClick={() => void navigate({ to: "/import" })}>{t("empty.import")}</Button>
          </EmptyState>
        }
      />
      {adding ? <NewOrganization onClose={() => setAdding(false)} /> : null}
    </>
  );
}
