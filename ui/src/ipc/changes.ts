// The change feed: every write, by this window or any other process, arrives here as the nouns it
// touched. Queries say in their meta which nouns they read; nobody else invalidates anything.
import type { QueryClient } from "@tanstack/react-query";
import type { ChangeProgress, Changed, ImportProgress, Reminded } from "./bindings.gen";
import { type Stop, transport } from "./transport";

/** The nouns as the feed spells them: the plural table names, `settings` for language and zone. `*` reads all. */
export type Noun = string;

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { reads?: readonly Noun[] };
  }
}

function isChanged(value: unknown): value is Changed {
  return typeof value === "object" && value !== null && "nouns" in value && Array.isArray(value.nouns);
}

function isProgress(value: unknown): value is ImportProgress {
  return typeof value === "object" && value !== null && "done" in value && "total" in value;
}

/** Invalidates each query that reads one of the changed nouns. A query without `reads` is left alone. */
export function followChanges(client: QueryClient): Promise<Stop> {
  return transport().listen("changes", (payload) => {
    if (!isChanged(payload)) return;
    const touched = new Set(payload.nouns);
    void client.invalidateQueries({
      predicate: (query) => (query.meta?.reads ?? []).some((noun) => noun === "*" || touched.has(noun)),
    });
  });
}

function isReminded(value: unknown): value is Reminded {
  return typeof value === "object" && value !== null && "reminder" in value && "shown" in value;
}

/** A promise's time has come. */
export function onReminded(back: (reminded: Reminded) => void): Promise<Stop> {
  return transport().listen("reminded", (payload) => {
    if (isReminded(payload)) back(payload);
  });
}

export function onImportProgress(back: (progress: ImportProgress) => void): Promise<Stop> {
  return transport().listen("import-progress", (payload) => {
    if (isProgress(payload)) back(payload);
  });
}

/** How far a change of many rows is. */
export function onChangeProgress(back: (progress: ChangeProgress) => void): Promise<Stop> {
  return transport().listen("change-progress", (payload) => {
    if (isFar(payload)) back(payload);
  });
}

function isFar(value: unknown): value is ChangeProgress {
  return typeof value === "object" && value !== null && "done" in value && "total" in value;
}
