// Choosing and dropping files: the operating system's dialogs, kept behind the transport.
import { type FileKind, type Stop, transport } from "./transport";

export const chooseFiles = (kind: FileKind): Promise<string[]> => transport().chooseFiles(kind);
export const chooseSavePath = (suggested: string, kind: FileKind): Promise<string | null> =>
  transport().chooseSavePath(suggested, kind);
export const onFilesDropped = (back: (paths: string[]) => void): Promise<Stop> => transport().onFilesDropped(back);
