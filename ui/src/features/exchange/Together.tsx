// What several files would bring together, above what each would.
import { useTranslation } from "react-i18next";
import type { ImportCounts, ImportFile } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { Counts } from "./Counts";
import css from "./exchange.module.css";

const KEYS = ["rows", "created", "duplicates", "updated", "unchanged", "failed"] as const satisfies readonly (keyof ImportCounts)[];

export function Together({ files }: { files: readonly ImportFile[] }) {
  const { t } = useTranslation("exchange");
  const f = useFormat();
  const known = files.filter(({ noun }) => noun !== null);
  const counts: ImportCounts = { rows: 0, created: 0, duplicates: 0, updated: 0, unchanged: 0, failed: 0, also: {} };
  for (const file of known) for (const key of KEYS) counts[key] += file.counts[key];
  const title = t("page.together", { number: f.number(known.length) });
  return (
    <section className={css.file} aria-label={title} data-testid="import-together">
      <header className={css.fileHead}><h2>{title}</h2></header>
      <Counts counts={counts} planned />
    </section>
  );
}
