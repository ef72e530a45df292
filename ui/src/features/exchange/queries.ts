// Bringing sheets in: preview, import, cancel. What a file means is decided in core; nothing here
// looks into one. Export of lists is in shared/table.
import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { ImportChoice, ImportProgress } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { onImportProgress } from "../../ipc/changes";
import { chooseFiles, onFilesDropped } from "../../ipc/files";

export const EXTENSIONS = ["csv", "tsv", "txt", "xlsx", "xls", "ods", "vcf", "vcard", "ics"];

export const chooseSheets = (kind: string): Promise<string[]> => chooseFiles({ name: kind, extensions: EXTENSIONS });

export const exchangeQueries = {
  all: ["exchange"] as const,
  /** Read anew whenever the page is opened: files change outside. What was shown stays until the next is there. */
  preview: (choices: ImportChoice[]) =>
    queryOptions({
      queryKey: [...exchangeQueries.all, "preview", choices],
      queryFn: () => call.exchangePreview(choices),
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 0,
      refetchOnMount: "always",
      refetchOnReconnect: false,
    }),
  /** How many rows still wait until their words can be found: asked again until there are none. */
  waiting: () =>
    queryOptions({
      queryKey: [...exchangeQueries.all, "waiting"],
      queryFn: () => call.searchWaiting(),
      staleTime: 0,
      gcTime: 0,
      refetchInterval: ({ state }) => (state.data === 0 ? false : 1000),
    }),
  targets: (noun: string) => queryOptions({ queryKey: [...exchangeQueries.all, "targets", noun], queryFn: () => call.exchangeTargets(noun) }),
};

export const useImport = () => useMutation({ mutationFn: (choices: ImportChoice[]) => call.exchangeImport(choices) });
export const useCancel = () => useMutation({ mutationFn: () => call.exchangeCancel() });

/** Files dropped anywhere on the window while the page is open. */
export function useDroppedFiles(back: (paths: string[]) => void): void {
  const dropped = useEffectEvent(back);
  useEffect(() => {
    const stopping = onFilesDropped((paths) => dropped(paths));
    return () => void stopping.then((stop) => stop());
  }, []);
}

/** How far the running import is; null before the first word from core. */
export function useImportProgress(running: boolean): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEffect(() => {
    if (!running) return;
    const stopping = onImportProgress(setProgress);
    return () => {
      void stopping.then((stop) => stop());
      setProgress(null);
    };
  }, [running]);
  return progress;
}
