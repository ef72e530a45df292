/** name → the text of the Traditional file, generated from the Simplified one. */
export function traditional(): Record<string, string>;
