// Board or table: two ways to look at the same deals, one key between them.
import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../../shared/keys/actions";
import { ShortcutKeys } from "../../shared/ui/Keys";
import css from "./pipeline.module.css";

type View = "board" | "table";

export function ViewSwitch({ view }: { view: View }) {
  const { t } = useTranslation("pipeline");
  const navigate = useNavigate();
  const show = (next: string) => void navigate({ to: next === "board" ? "/pipeline" : "/pipeline/table" });
  const turn: Action = { id: "pipeline.view", run: () => show(view === "board" ? "table" : "board") };
  useActions([turn]);
  return (
    <span className={css.views}>
      <SegmentedControl
        value={view} onChange={show} aria-label={t("view.label")} data-testid="pipeline-view"
        data={[{ value: "board", label: t("view.board") }, { value: "table", label: t("view.table") }]}
      />
      <ShortcutKeys id="pipeline.view" />
    </span>
  );
}
