// After an import: what came in, what did not and why, and the way back.
import { Button, CopyButton } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconCopy, IconBuilding, IconCopyCheck, IconLayoutKanban, IconPlayerStop, IconSearch, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { use } from "react";
import { useTranslation } from "react-i18next";
import type { ImportResult } from "../../ipc/bindings.gen";
import { UndoContext } from "../../shared/ui/toast";
import { Counts } from "./Counts";
import css from "./exchange.module.css";
import { Notes } from "./Notes";
import { exchangeQueries } from "./queries";
import { useImportWords } from "./words";

/** Where what came in is to be seen. */
const places = [
  { nouns: ["people", "touchpoints"], to: "/people", words: "done.people", icon: IconUsers },
  { nouns: ["organizations"], to: "/organizations", words: "done.organizations", icon: IconBuilding },
  { nouns: ["deals", "products"], to: "/pipeline", words: "done.board", icon: IconLayoutKanban },
] as const;

export function ImportDone({ result }: { result: ImportResult }) {
  const { t } = useTranslation(["exchange", "common"]);
  const words = useImportWords();
  const navigate = useNavigate();
  const undo = use(UndoContext);
  const { action, cancelled, counts, failures_file: failures } = result;
  const brought = (...nouns: string[]) => result.files.some((file) => file.noun !== null && nouns.includes(file.noun));
  const there = places.filter(({ nouns }) => brought(...nouns));
  const came = counts.created + counts.updated;
  const title = cancelled ? t("done.cancelled") : came === 0 ? t("done.nothing") : t("done.title", { count: came, rows: words.number(came) });
  return (
    <section className={css.done} data-testid="import-result" aria-label={title}>
      <header className={css.doneHead}>
        {cancelled ? <IconPlayerStop size={20} aria-hidden /> : <IconCheck size={20} aria-hidden />}
        <h2>{title}</h2>
      </header>
      <Counts counts={counts} />
      {action === null ? null : <Waiting />}
      {failures === null || counts.failed === 0 ? null : (
        <p className={css.failures}>
          <span>{t("done.failures", { count: counts.failed, rows: words.number(counts.failed) })}</span>
          <code data-selectable>{failures}</code>
          <span className={css.note}>{t("done.mend")}</span>
          <CopyButton value={failures}>
            {({ copied, copy }) => (
              <Button variant="subtle" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>{copied ? t("done.copied") : t("done.copy")}</Button>
            )}
          </CopyButton>
        </p>
      )}
      <div className={css.doneButtons}>
        {there.map(({ to, words: key, icon: Picture }, index) => (
          <Button key={to} variant={index === 0 ? "filled" : "default"} leftSection={<Picture size={16} aria-hidden />} onClick={() => void navigate({ to })}>{t(key)}</Button>
        ))}
        {counts.duplicates === 0 ? null : (
          <Button leftSection={<IconCopyCheck size={16} aria-hidden />} onClick={() => void navigate({ to: "/duplicates" })} data-testid="import-duplicates">{t("done.duplicates")}</Button>
        )}
        {action === null ? null : (
          <Button leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => undo([action])} data-testid="import-undo">{t("common:do.undo")}</Button>
        )}
      </div>
      {result.files.map((file) => (
        <section key={file.path} className={css.file} aria-label={file.name}>
          <header className={css.fileHead}>
            <h3 className="tl-ellipsis">{file.name}</h3>
            {file.noun === null ? null : <span className={css.note}>{words.noun(file.noun)}</span>}
          </header>
          {result.files.length > 1 ? <Counts counts={file.counts} /> : null}
          <Notes notes={file.notes} />
        </section>
      ))}
    </section>
  );
}

/** Words are found a little later than names: says so while it lasts. */
function Waiting() {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const { data: rows = 0 } = useQuery(exchangeQueries.waiting());
  return (
    <p className={css.waiting} role="status" data-testid="import-waiting">
      {rows === 0 ? null : (
        <>
          <IconSearch size={16} aria-hidden />
          {t("done.waiting", { count: rows, rows: words.number(rows) })}
        </>
      )}
    </p>
  );
}
