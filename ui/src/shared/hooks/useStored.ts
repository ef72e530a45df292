// Small choices that belong to this device (column widths, folded parts), kept in local storage.
import { useState } from "react";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function useStored<T extends string>(key: string, fallback: T, allowed: readonly T[]) {
  const [value, setValue] = useState<T>(() => allowed.find((one) => one === read(key)) ?? fallback);
  const store = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage may be off; the choice then lasts as long as the window.
    }
  };
  return [value, store] as const;
}
