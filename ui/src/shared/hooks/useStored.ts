// A small choice of this device (a folded part, an axis) as state.
import { useState } from "react";
import { recall, remember } from "./device";

export function useStored<T extends string>(key: string, fallback: T, allowed: readonly T[]) {
  const [value, setValue] = useState<T>(() => allowed.find((one) => one === recall(key)) ?? fallback);
  const store = (next: T) => {
    setValue(next);
    remember(key, next);
  };
  return [value, store] as const;
}
