// Tables as a file for spreadsheets.

/** Lines of cells with a byte order mark, so that every spreadsheet reads the letters. */
export function csv(lines: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${lines.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Quoted where needed; words that a spreadsheet would run as a formula are kept words. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
