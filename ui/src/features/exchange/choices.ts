// How each file is to be read, as far as somebody said so. Core finds out the rest; a table that core
// only guessed is sent as it was shown, because importing it is how somebody agrees.
import type { ImportChoice, ImportFile } from "../../ipc/bindings.gen";

const sheetOf = (choice: ImportChoice): string | null => choice.sheet ?? null;

/** One choice for each table that core found in the chosen files. */
export function settled(choices: readonly ImportChoice[], files: readonly ImportFile[]): ImportChoice[] {
  return files.map((file) => {
    const own = choices.find((choice) => choice.path === file.path && sheetOf(choice) === file.sheet);
    const whole = choices.find((choice) => choice.path === file.path);
    return own ?? { ...whole, path: file.path, ...(file.sheet === null ? {} : { sheet: file.sheet }) };
  });
}

const shown = (file: ImportFile): Record<string, string> => Object.fromEntries(file.columns.map(({ name, field }) => [name, field ?? ""]));

/** What is sent to be imported. */
export function confirmed(choice: ImportChoice, file: ImportFile): ImportChoice {
  if (file.told !== "guessed" || file.noun === null) return choice;
  return { ...choice, kind: file.noun, columns: shown(file) };
}

/** The choice with one column read otherwise; a field that only one column may have leaves the other. Only what
 *  somebody said is sent: whoever walks down the list of fields takes none of them away from other columns for good. */
export function withColumn(choice: ImportChoice, file: ImportFile, column: string, field: string, several: boolean): ImportChoice {
  const columns = { ...choice.columns };
  for (const name of Object.keys(columns)) if (!several && field !== "" && columns[name] === field) columns[name] = "";
  columns[column] = field;
  return { ...choice, kind: file.noun, columns };
}

/** The choice with another kind or encoding: what was said of its columns holds no longer. */
export function readAs(choice: ImportChoice, said: Pick<ImportChoice, "kind" | "encoding" | "delimiter">): ImportChoice {
  const read: ImportChoice = { ...choice, ...said };
  delete read.columns;
  return read;
}
