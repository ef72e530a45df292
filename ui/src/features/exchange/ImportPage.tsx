// Import: choose or drop sheets, read what would happen, do it, see what happened, take it back.
import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportChoice } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import css from "./exchange.module.css";
import { FilePreview } from "./FilePreview";
import { ImportDone } from "./ImportDone";
import { chooseSheets, useCancel, useDroppedFiles, useImport, useImportProgress, usePreview } from "./queries";
import { Running } from "./Running";

/** A file of which everything is found out. */
const choiceOf = (path: string): ImportChoice => ({ path });

export function ImportPage() {
  const { t } = useTranslation("exchange");
  const [paths, setPaths] = useState<string[]>([]);
  const preview = usePreview();
  const importing = useImport();
  const cancel = useCancel();
  const progress = useImportProgress(importing.isPending);

  const take = (more: string[]) => {
    if (more.length === 0 || importing.isPending) return;
    const all = importing.data ? more : [...new Set([...paths, ...more])];
    importing.reset();
    setPaths(all);
    preview.mutate(all.map(choiceOf));
  };
  const leaveOut = (path: string) => {
    const rest = paths.filter((each) => each !== path);
    setPaths(rest);
    if (rest.length > 0) preview.mutate(rest.map(choiceOf));
    else preview.reset();
  };
  useDroppedFiles(take);

  const files = preview.data?.files ?? [];
  const rows = files.reduce((sum, file) => sum + file.counts.created + file.counts.updated, 0);
  const ready = files.length > 0 && !importing.isPending && !importing.data;
  const choose: Action = { id: "exchange.choose", icon: IconFileImport, run: () => void chooseSheets(t("page.kind")).then(take) };
  const run: Action = {
    id: "exchange.run",
    run: () => importing.mutate(paths.map(choiceOf)),
    disabled: ready ? (rows === 0 ? t("page.nothingNew") : undefined) : t("page.chooseFirst"),
  };
  useActions([choose, run]);

  return (
    <div className={css.page}>
      <PageHead title={t("page.title")}>
        {importing.isPending ? null : <ActionButton action={choose} variant={files.length > 0 || importing.data ? "default" : "filled"} testId="import-choose" />}
        {ready ? <ActionButton action={run} variant="filled" testId="import-run" /> : null}
      </PageHead>
      <div className={css.scroll}>
        {importing.isPending ? (
          <Running progress={progress} onCancel={() => cancel.mutate()} cancelling={cancel.isPending || cancel.isSuccess} />
        ) : importing.data ? (
          <ImportDone result={importing.data} />
        ) : importing.error ? (
          <ErrorNote error={importing.error}>
            <Button mt="sm" onClick={() => importing.mutate(paths.map(choiceOf))}>{t("page.again")}</Button>
          </ErrorNote>
        ) : preview.isPending ? (
          <Loading rows={6} height={48} />
        ) : preview.error ? (
          <ErrorNote error={preview.error} />
        ) : files.length === 0 ? (
          <div className={css.drop}>
            <EmptyState icon={IconFileImport} title={t("empty.title")} text={t("empty.text")} />
            <p className={css.note}>{t("empty.safe")}</p>
          </div>
        ) : (
          files.map((file) => <FilePreview key={`${file.path}\n${file.sheet ?? ""}`} file={file} onLeaveOut={() => leaveOut(file.path)} />)
        )}
      </div>
    </div>
  );
}
