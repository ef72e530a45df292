// Board, table, pool, funnel, plan, scores: ways to look at the same deals, one key from each to the next.
import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../../shared/keys/actions";
import { ShortcutKeys } from "../../shared/ui/Keys";
import css from "./pipeline.module.css";

const views = ["board", "table", "pool", "funnel", "plan", "scores"] as const;
type View = (typeof views)[number];

const places = { board: "/pipeline", table: "/pipeline/table", pool: "/pipeline/pool", funnel: "/pipeline/funnel", plan: "/pipeline/plan", scores: "/pipeline/scores" } as const satisfies Record<View, string>;

export function ViewSwitch({ view }: { view: View }) {
  const { t } = useTranslation("pipeline");
  const navigate = useNavigate();
  const show = (next: string) => void navigate({ to: places[views.find((one) => one === next) ?? "board"] });
  const turn: Action = { id: "pipeline.view", run: () => show(views[(views.indexOf(view) + 1) % views.length] ?? "board") };
  useActions([turn]);
  return (
    <span className={css.views}>
      <SegmentedControl
        value={view} onChange={show} aria-label={t("view.label")} data-testid="pipeline-view"
        data={views.map((one) => ({ value: one, label: t(`view.${one}`) }))}
      />
      <ShortcutKeys id="pipeline.view" />
    </span>
  );
}
