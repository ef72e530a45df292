// created + updated + unchanged + failed = rows, each said in words; other nouns stand apart.
import { useTranslation } from "react-i18next";
import type { ImportCounts } from "../../ipc/bindings.gen";
import css from "./exchange.module.css";
import { useImportWords } from "./words";

const KINDS = ["created", "updated", "unchanged", "failed"] as const;

export function Counts({ counts, planned = false }: { counts: ImportCounts; planned?: boolean }) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const also = Object.entries(counts.also).filter(([, count]) => count > 0);
  return (
    <>
      <dl className={css.counts}>
        {KINDS.map((kind) => (
          <div key={kind} className={css.count} data-zero={counts[kind] === 0 || undefined} data-kind={kind}>
            <dt>{planned ? t(`will.${kind}`) : t(`did.${kind}`)}</dt>
            <dd className="tl-num" data-count={kind}>{words.number(counts[kind])}</dd>
          </div>
        ))}
        {counts.duplicates > 0 ? (
          <div className={css.count} data-kind="duplicates">
            <dt>{t("file.duplicates")}</dt>
            <dd className="tl-num" data-count="duplicates">{words.number(counts.duplicates)}</dd>
          </div>
        ) : null}
        <div className={css.count}>
          <dt>{t("file.total")}</dt>
          <dd className="tl-num">{words.number(counts.rows)}</dd>
        </div>
      </dl>
      {also.length > 0 ? (
        <p className={css.note}>
          {t("file.also", { list: also.map(([noun, count]) => t("file.alsoOne", { noun: words.noun(noun), count, number: words.number(count) })).join(t("file.join")) })}
        </p>
      ) : null}
    </>
  );
}
