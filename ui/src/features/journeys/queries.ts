// Journeys: how one customer came this way, drawn and listed. A journey is read whole from core
// (lanes, marks, bands, silences, promises); nothing is measured here and nothing is written.
import { queryOptions } from "@tanstack/react-query";
import type { Subject } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["people", "organizations", "touchpoints", "followups", "deals", "stage_moves", "pipeline"] as const;

export const journeyQueries = {
  all: ["journeys"] as const,
  of: (subject: Subject) =>
    queryOptions({
      queryKey: [...journeyQueries.all, "of", subject.kind, subject.id],
      queryFn: () => call.journeysGet(subject),
      meta: { reads },
    }),
  touchpoint: (id: string) =>
    queryOptions({
      queryKey: [...journeyQueries.all, "touchpoint", id],
      queryFn: () => call.touchpointsGet(id),
      meta: { reads: ["touchpoints", "people", "tags"] },
    }),
};
