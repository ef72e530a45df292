// What carries calls and events. The desktop transport is Tauri; tests and `vite --mode fake`
// put ipc/fake.ts in its place, so nothing above this folder knows the difference.
import { listen } from "@tauri-apps/api/event";
import { commands } from "./bindings.gen";

export type Commands = typeof commands;
export type Stop = () => void;
export type FileKind = { name: string; extensions: string[] };

export type Transport = {
  commands: Commands;
  /** Calls back for every event of that name, until stopped. */
  listen: (event: string, back: (payload: unknown) => void) => Promise<Stop>;
  chooseFiles: (kind: FileKind) => Promise<string[]>;
  chooseSavePath: (suggested: string, kind: FileKind) => Promise<string | null>;
  onFilesDropped: (back: (paths: string[]) => void) => Promise<Stop>;
  setTitle: (title: string) => Promise<void>;
};

// Dialogs and drops are rare: their modules stay out of the first chunk.
const dialogs = () => import("@tauri-apps/plugin-dialog");

const desktop: Transport = {
  setTitle: async (title) => (await import("@tauri-apps/api/window")).getCurrentWindow().setTitle(title),
  commands,
  listen: (event, back) => listen(event, ({ payload }) => back(payload)),
  chooseFiles: async (kind) => (await (await dialogs()).open({ multiple: true, filters: [kind] })) ?? [],
  chooseSavePath: async (suggested, kind) => (await dialogs()).save({ defaultPath: suggested, filters: [kind] }),
  onFilesDropped: async (back) => {
    const { getCurrentWebview } = await import("@tauri-apps/api/webview");
    return getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "drop") back(payload.paths);
    });
  },
};

let current: Transport = desktop;

export function transport(): Transport {
  return current;
}

export function setTransport(next: Transport): void {
  current = next;
}
