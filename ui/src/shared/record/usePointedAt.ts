// The conversation that the address points at: brought into view once it is there, and the pages before
// it until then.
import { useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import type { TimelineItem } from "../../ipc/bindings.gen";
import { touchpointSearch } from "./touchpointSearch";

/** Its id, or nothing. */
export function usePointedAt(items: readonly TimelineItem[], onMore: (() => void) | undefined): string | undefined {
  const { touchpoint } = touchpointSearch(useSearch({ strict: false }));
  const here = items.some(({ id }) => id === touchpoint);
  const fetchMore = useEffectEvent(() => onMore?.());
  useEffect(() => {
    if (touchpoint === undefined) return;
    if (!here) return fetchMore();
    // A freshly mounted line has its place only after it was drawn.
    const lines = () => [...document.querySelectorAll("[data-line]")];
    const show = () => lines().find((line) => line.getAttribute("data-line") === touchpoint)?.scrollIntoView({ block: "center" });
    show();
    const later = setTimeout(show, 120);
    return () => clearTimeout(later);
  }, [touchpoint, here, items.length]);
  return touchpoint;
}
