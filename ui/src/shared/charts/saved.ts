// A finished export on its way to a file.
export type SavedFile = { name: string; extension: "png" | "svg" | "csv"; kind: string; bytes: Uint8Array };
