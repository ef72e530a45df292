// What floats over the page. One thing at a time; any room may ask for it, app/ draws it.
import { useSyncExternalStore } from "react";
import type { Purpose } from "../../ipc/bindings.gen";

/** Opens the quick log already knowing whom it is about. */
export type QuickLogStart = {
  person?: { id: string; name: string };
  text?: string;
  /** The promise this conversation keeps: saving closes it in the same action. */
  followup?: string;
  /** Runs after saving. */
  onSaved?: () => void;
};

/** Begins an interview already knowing with whom, or what a new person is called. */
export type InterviewStart = {
  person?: { id: string; name: string };
  name?: string;
  /** What the guide chosen first is for. */
  purpose?: Purpose;
  /** The promise that it keeps. */
  followup?: string;
};

export type Overlay =
  | { kind: "none" }
  | { kind: "quicklog"; start: QuickLogStart }
  | { kind: "interview"; start: InterviewStart }
  | { kind: "palette" }
  | { kind: "shortcuts" }
  /** Asks before a row goes to the recycle bin, if something hangs on it. */
  | { kind: "remove"; id: string; onRemoved?: (() => void) | undefined };

const none: Overlay = { kind: "none" };
let open: Overlay = none;
const listeners = new Set<() => void>();

function set(next: Overlay): void {
  open = next;
  for (const listener of listeners) listener();
}

export const overlays = {
  quicklog: (start: QuickLogStart = {}) => set({ kind: "quicklog", start }),
  interview: (start: InterviewStart = {}) => set({ kind: "interview", start }),
  palette: () => set({ kind: "palette" }),
  shortcuts: () => set({ kind: "shortcuts" }),
  remove: (id: string, onRemoved?: () => void) => set({ kind: "remove", id, onRemoved }),
  close: () => set(none),
  current: () => open,
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOverlay = (): Overlay => useSyncExternalStore(subscribe, overlays.current);
