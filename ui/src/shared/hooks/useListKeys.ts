// Movement in a list or table: j/k, arrows, a screenful, the ends, Enter. Focus stays on the container,
// which names the active row by aria-activedescendant, so rows may come and go under virtual scrolling.
import { useRef } from "react";
import type { Action } from "../keys/actions";
import { useActions } from "../keys/actions";

type Options = {
  id: string;
  count: number;
  active: number;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  /** Brings a row into view; by default the row element is scrolled to. */
  reveal?: (index: number) => void;
  /** How many rows stand on the screen. */
  screenful?: () => number;
};

const SOME = 10;

export function useListKeys({ id, count, active, onActive, onOpen, reveal, screenful = () => SOME }: Options) {
  const box = useRef<HTMLDivElement>(null);

  const go = (to: number) => {
    if (count === 0) return;
    const next = Math.min(count - 1, Math.max(0, to));
    onActive(next);
    box.current?.focus({ preventScroll: true });
    if (reveal) reveal(next);
    else document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const actions: Action[] = [
    { id: "list.next", run: () => go(active + 1), silent: true },
    { id: "list.previous", run: () => go(active - 1), silent: true },
    { id: "list.first", run: () => go(0), silent: true },
    { id: "list.last", run: () => go(count - 1), silent: true },
    { id: "list.pageDown", run: () => go(active + screenful()), silent: true },
    { id: "list.pageUp", run: () => go(active - screenful()), silent: true },
    { id: "list.open", run: () => active >= 0 && active < count && onOpen(active), silent: true },
  ];
  useActions(actions);

  return {
    box: { ref: box, tabIndex: 0, "aria-activedescendant": active >= 0 && active < count ? `${id}-${active}` : undefined },
    row: (index: number) => ({
      id: `${id}-${index}`,
      "aria-selected": index === active,
      "data-active": index === active || undefined,
    }),
  };
}
