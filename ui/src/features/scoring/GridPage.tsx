// Scores over all deals: a third way to look at the pipeline.
import { Button } from "@mantine/core";
import { IconGridDots } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { useActions } from "../../shared/keys/actions";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { Grid } from "./Grid";
import { scoringQueries } from "./queries";
import css from "./scoring.module.css";

/** `views`: the switch between board, table and scores, lent by the route. */
export function GridPage({ views }: { views: React.ReactNode }) {
  const { t } = useTranslation("scoring");
  const navigate = useNavigate();
  const { data, error } = useQuery(scoringQueries.grid());
  useActions([{ id: "go.back", run: useGoBack(), silent: true }]);
  const rules = () => void navigate({ to: "/settings/$section", params: { section: "scoring" } });
  return (
    <>
      <PageHead title={t("page.title")}>
        {views}
        <Button onClick={rules}>{t("page.rules")}</Button>
      </PageHead>
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={6} height={64} /> : null) : !data.scored ? (
        <EmptyState icon={IconGridDots} title={t("empty.title")} text={t("empty.text")}>
          <Button variant="filled" onClick={rules} data-testid="scores-begin">{t("empty.begin")}</Button>
        </EmptyState>
      ) : (
        <div className={css.page}>
          <Grid grid={data} onOpen={({ fit, level }) => void navigate({ to: "/pipeline/table", search: { f: [`fit=${fit ?? ""}`, `level=${level ?? ""}`] } })} />
        </div>
      )}
    </>
  );
}
