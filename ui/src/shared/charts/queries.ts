// Writing a finished export where the user says.
import { call } from "../../ipc/call";
import { chooseSavePath } from "../../ipc/files";
import type { SavedFile } from "./saved";

/** Asks where to, writes there; null when the user thinks better of it. */
export async function saveFile({ name, extension, kind, bytes }: SavedFile): Promise<string | null> {
  const path = await chooseSavePath(`${name}.${extension}`, { name: kind, extensions: [extension] });
  if (path === null) return null;
  await call.filesWrite(path, Array.from(bytes));
  return path;
}
