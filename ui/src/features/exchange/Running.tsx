// An import on its way: how far, and how to stop it. What was already brought in is taken back.
import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportProgress } from "../../ipc/bindings.gen";
import css from "./exchange.module.css";
import { useImportWords } from "./words";

type Props = { progress: ImportProgress | null; cancelling: boolean; onCancel: () => void };

export function Running({ progress, cancelling, onCancel }: Props) {
  const { t } = useTranslation(["exchange", "common"]);
  const words = useImportWords();
  const share = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : 0;
  const said = progress
    ? t("running.of", { done: words.number(progress.done), total: words.number(progress.total), file: progress.file.split(/[\\/]/).at(-1) ?? "" })
    : t("running.starts");
  return (
    <section className={css.running} aria-label={t("running.title")}>
      <h2>{t("running.title")}</h2>
      <Progress value={share} aria-label={t("running.title")} transitionDuration={0} size={6} radius={3} color="var(--tl-accent)" data-testid="import-progress" />
      <p className="tl-num" role="status">{cancelling ? t("running.stopping") : said}</p>
      <Button onClick={onCancel} disabled={cancelling} data-testid="import-cancel">{t("common:do.cancel")}</Button>
    </section>
  );
}
