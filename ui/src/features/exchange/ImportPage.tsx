// Import: choose or drop files, see how each is read and what would happen, do it, see what happened, take it back.
import { Button } from "@mantine/core";
import { IconColumns, IconFileImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportChoice } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { confirmed, settled } from "./choices";
import css from "./exchange.module.css";
import { FilePreview } from "./FilePreview";
import { ImportDone } from "./ImportDone";
import { chooseSheets, exchangeQueries, useCancel, useDroppedFiles, useImport, useImportProgress } from "./queries";
import { Running } from "./Running";
import { Together } from "./Together";

export function ImportPage() {
  const { t } = useTranslation("exchange");
  const [asked, setAsked] = useState<ImportChoice[]>([]);
  const [open, setOpen] = useState<Record<string, boolean>>({});
  const importing = useImport();
  const cancel = useCancel();
  const progress = useImportProgress(importing.isPending);
  const idle = !importing.isPending && !importing.data;
  const preview = useQuery({ ...exchangeQueries.preview(asked), enabled: asked.length > 0 && idle });

  const take = (more: string[]) => {
    if (more.length === 0 || importing.isPending) return;
    const before = importing.data ? [] : asked;
    const fresh = [...new Set(more)].filter((path) => before.every((choice) => choice.path !== path));
    importing.reset();
    setAsked([...before, ...fresh.map((path) => ({ path }))]);
  };
  useDroppedFiles(take);

  const files = asked.length === 0 ? [] : (preview.data?.files ?? []);
  const choices = settled(asked, files);
  const key = (at: number) => `${files[at]?.path ?? ""}\n${files[at]?.sheet ?? ""}`;
  const change = (at: number, choice: ImportChoice) => {
    // Who changes how a file is read goes on looking at its columns.
    setOpen({ ...open, [key(at)]: open[key(at)] ?? true });
    setAsked(choices.map((each, place) => (place === at ? choice : each)));
  };
  const rows = files.reduce((sum, { counts }) => sum + counts.created + counts.updated, 0);
  // A sheet that fits nothing is a word about the others, where its file has others.
  const unknown = files.find(({ noun, path }) => noun === null && files.every((other) => other.path !== path || other.noun === null));
  const ready = files.length > 0 && idle;
  const start = () => importing.mutate(files.flatMap((file, at) => (choices[at] === undefined || file.noun === null ? [] : [confirmed(choices[at], file)])));
  const choose: Action = { id: "exchange.choose", icon: IconFileImport, run: () => void chooseSheets(t("page.kind")).then(take) };
  const notYet = () => {
    if (!ready || preview.isPlaceholderData) return t("page.chooseFirst");
    if (unknown !== undefined) return t("page.sayWhat", { name: unknown.name });
    return rows === 0 ? t("page.nothingNew") : undefined;
  };
  const run: Action = { id: "exchange.run", run: start, disabled: notYet() };
  const columns: Action = {
    id: "exchange.columns",
    icon: IconColumns,
    run: () => {
      const all = files.map((_, at) => key(at));
      const wanted = !all.some((one) => open[one] === true);
      setOpen(Object.fromEntries(all.map((one) => [one, wanted])));
    },
    disabled: ready ? undefined : t("page.chooseFirst"),
  };
  useActions([choose, run, columns]);

  return (
    <div className={css.page}>
      <PageHead title={t("page.title")}>
        {ready ? <ActionButton action={columns} testId="import-all-columns" /> : null}
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
            <Button mt="sm" onClick={start}>{t("page.again")}</Button>
          </ErrorNote>
        ) : asked.length === 0 ? (
          <div className={css.drop}>
            <EmptyState icon={IconFileImport} title={t("empty.title")} text={t("empty.text")} />
            <p className={css.note}>{t("empty.safe")}</p>
          </div>
        ) : preview.isPending ? (
          <Loading rows={6} height={48} />
        ) : preview.error ? (
          <ErrorNote error={preview.error} />
        ) : (
          <>
          {files.length > 1 ? <Together files={files} /> : null}
          {files.map((file, at) => (
            <FilePreview
              key={key(at)} file={file} choice={choices[at] ?? { path: file.path }} open={open[key(at)] ?? null}
              onOpen={(wanted) => setOpen({ ...open, [key(at)]: wanted })}
              onChoice={(choice) => change(at, choice)}
              onLeaveOut={() => setAsked(choices.filter((_, place) => place !== at))}
            />
          ))}
          </>
        )}
      </div>
    </div>
  );
}
