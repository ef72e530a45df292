// Deals as a table: the twin of the board, over all pipelines.
import { Button } from "@mantine/core";
import { IconLayoutKanban, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../../shared/keys/actions";
import { ListPage } from "../../shared/table/ListPage";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { PageHead } from "../../shared/ui/PageHead";
import { useColumns, useFilters } from "./columns";
import { NewDeal } from "./NewDeal";
import { pipelineQueries } from "./queries";
import { useStageCell } from "./useStageCell";
import { ViewSwitch } from "./ViewSwitch";

export function DealsPage() {
  const { t } = useTranslation("pipeline");
  const navigate = useNavigate();
  const search = useSearch({ from: "/pipeline/table" });
  const [adding, setAdding] = useState(false);
  const { data: board } = useQuery({ ...pipelineQueries.board(null), enabled: adding });
  const stage = useStageCell();
  const add: Action = { id: "pipeline.new", icon: IconPlus, run: () => setAdding(true) };
  useActions([add]);
  const count = (n: number) => t("table.count", { count: n });
  return (
    <>
      <ListPage
        kind="deals"
        search={search}
        onSearch={(next, replace) => void navigate({ to: "/pipeline/table", search: next, replace })}
        query={pipelineQueries.list}
        head={(total) => (
          <PageHead title={t("page.title")} note={total === undefined ? undefined : count(total)}>
            <ViewSwitch view="table" />
            <ActionButton action={add} variant="filled" testId="deals-new" />
          </PageHead>
        )}
        columns={useColumns(stage.cell)}
        filters={useFilters()}
        bulk={["tag", "owner"]}
        rowTestId="deal-row"
        rowName={({ name }) => name}
        onOpen={({ id }) => void navigate({ to: "/deals/$id", params: { id } })}
        findAction="pipeline.find"
        icon={IconLayoutKanban}
        words={{ title: t("table.title"), find: t("table.find"), noMatch: t("table.noMatch"), count }}
        empty={
          <EmptyState icon={IconLayoutKanban} title={t("empty.title")} text={t("empty.text")}>
            <Button onClick={() => void navigate({ to: "/import" })}>{t("empty.import")}</Button>
          </EmptyState>
        }
      />
      {stage.dialog}
      {adding && board ? <NewDeal board={board} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
