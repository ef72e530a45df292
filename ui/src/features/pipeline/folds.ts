// Which stages stand open on this device. Only what the user changed is kept.
import { useState } from "react";

const KEY = "board.open";

function read(): Map<string, boolean> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (typeof stored !== "object" || stored === null) return new Map();
    return new Map(Object.entries(stored).map(([stage, open]) => [stage, open === true]));
  } catch {
    return new Map();
  }
}

export function useFolds() {
  const [choice, setChoice] = useState(read);
  const set = (stage: string, open: boolean) => {
    const next = new Map(choice).set(stage, open);
    setChoice(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(next)));
    } catch {
      // Storage may be off; the choice then lasts as long as the window.
    }
  };
  return { choice, set };
}
