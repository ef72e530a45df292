// The board under the keyboard. Arrows (or h j k l) go from card to card; Space lifts one, then the
// arrows choose its stage, Enter or Space puts it down and Escape gives it back.
import { useState } from "react";
import { isComposing } from "../../shared/keys/composition";
import type { Held } from "./Column";

export type Lifted = Held & { to: string };

type Options = {
  stages: readonly string[];
  onDrop: (lifted: Lifted) => void;
  onOpen: (held: Held) => void;
  onSay: (what: "lifted" | "over" | "back", lifted: Lifted) => void;
};

const ways: Record<string, "left" | "right" | "up" | "down"> = {
  ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", h: "left", l: "right", k: "up", j: "down",
};

export function useCardKeys({ stages, onDrop, onOpen, onSay }: Options) {
  const [lifted, setLifted] = useState<Lifted | null>(null);

  const liftedKey = (event: React.KeyboardEvent, held: Lifted): boolean => {
    const way = ways[event.key];
    if (event.key === "Escape") {
      setLifted(null);
      onSay("back", held);
    } else if (event.key === "Enter" || event.key === " ") {
      setLifted(null);
      onDrop(held);
    } else if (way === "left" || way === "right") {
      const to = stages[stages.indexOf(held.to) + (way === "right" ? 1 : -1)];
      if (to === undefined) return true;
      setLifted({ ...held, to });
      onSay("over", { ...held, to });
    } else if (event.key !== "Tab" && way === undefined) {
      return false;
    }
    return true;
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>, held: Held | null) => {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || isComposing(event.nativeEvent)) return;
    const card = event.target.closest<HTMLElement>("[data-card]");
    if (card === null || held === null) return;
    if (lifted) {
      if (liftedKey(event, lifted)) event.preventDefault();
      return;
    }
    const way = ways[event.key];
    if (event.key === " ") {
      const next = { ...held, to: held.stage };
      setLifted(next);
      onSay("lifted", next);
    } else if (event.key === "Enter") onOpen(held);
    else if (way) neighbour(event.currentTarget, card, way)?.focus();
    else return;
    event.preventDefault();
  };

  return { lifted, onKeyDown, letGo: () => setLifted(null) };
}

/** The card above or below, or the one at the same height in the next column that has any. */
function neighbour(board: HTMLElement, card: HTMLElement, way: "left" | "right" | "up" | "down"): HTMLElement | undefined {
  const columns = [...board.querySelectorAll<HTMLElement>("ul")].map((column) => [...column.querySelectorAll<HTMLElement>("[data-card]")]);
  const here = columns.findIndex((cards) => cards.includes(card));
  const place = columns[here]?.indexOf(card) ?? -1;
  if (way === "up") return columns[here]?.[place - 1];
  if (way === "down") return columns[here]?.[place + 1];
  const side = way === "left" ? columns.slice(0, Math.max(0, here)).reverse() : columns.slice(here + 1);
  const cards = side.find((each) => each.length > 0);
  return cards?.[Math.min(place, cards.length - 1)];
}
