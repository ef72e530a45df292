// The sheet in hand: what is typed lives in a draft within a second, an answer is kept when its
// question is left. A kill or a crash loses nothing; the draft comes back.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Sheet, SheetQuestion } from "../../ipc/bindings.gen";
import { keeper } from "../../shared/hooks/keeper";
import { useToast } from "../../shared/ui/toast";
import { interviewQueries, keepTyped, placeOf, useAnswer } from "./queries";
import { type Entry, pending, restore, store, toKeep, type Typed, withEntry } from "./typed";

const REST_MS = 400;
const { put, note, flush } = keeper(keepTyped);

/** The draft as it was when the sheet opened; undefined while it is read. */
export function useStored(id: string): Typed | undefined {
  const { data, error } = useQuery(interviewQueries.typed(id));
  if (data !== undefined) return restore(data);
  return error === null ? undefined : restore(null);
}

export function useSheet(sheet: Sheet, stored: Typed) {
  const toast = useToast();
  const client = useQueryClient();
  const answer = useAnswer(sheet.id);
  const [typed, setTyped] = useState(stored);
  const [storedBody, setStoredBody] = useState<string | null>(null);
  const [closed, setClosed] = useState(false);
  const [keeping, setKeeping] = useState(0);
  const minutes = useMinutes(Math.max(stored.minutes, sheet.minutes ?? 0), !sheet.typed_later && sheet.state !== "done");

  const first = sheet.questions.find(({ state }) => state === "not_asked") ?? sheet.questions[0];
  const found = sheet.questions.findIndex(({ id }) => id === (typed.at ?? first?.id));
  const at = Math.max(0, found);
  const question = sheet.questions[at];
  const place = placeOf(sheet.id);
  const body = store({ ...typed, minutes }, sheet);

  useEffect(() => {
    if (closed || (typed === stored && minutes === stored.minutes)) return;
    note(place, body);
    const timer = setTimeout(() => {
      flush();
      setStoredBody(body);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [body, closed, minutes, place, stored, typed]);
  // However the sheet goes away, what was typed last is stored.
  useEffect(() => flush, []);

  /** Keeps the answer of a question, if there is anything new. True: it stands. */
  const keep = async (one: SheetQuestion | undefined): Promise<boolean> => {
    const input = one === undefined ? null : toKeep(typed, one);
    if (input === null) return true;
    setKeeping((count) => count + 1);
    try {
      await answer.mutateAsync(input);
      await client.refetchQueries({ queryKey: interviewQueries.sheet(sheet.id).queryKey });
      return true;
    } catch (cause) {
      toast.fail(cause);
      return false;
    } finally {
      setKeeping((count) => count - 1);
    }
  };
  const change = (next: Partial<Entry>) => question !== undefined && setTyped((current) => withEntry(current, question, next));
  const goTo = (index: number) => {
    const next = sheet.questions[index];
    if (next === undefined || index === at) return;
    void keep(question);
    setTyped((current) => ({ ...current, at: next.id }));
  };
  const waiting = pending(typed, sheet).length > 0;
  return {
    typed,
    at,
    question,
    minutes,
    change,
    goTo,
    /** Where a question that was just asked on the spot stands. */
    stand: (id: string) => setTyped((current) => ({ ...current, at: id })),
    /** Keeps every answer that is only in the draft. */
    keepAll: async () => {
      for (const one of pending(typed, sheet)) if (!(await keep(one))) return false;
      return true;
    },
    saved: keeping > 0 ? null : waiting ? (storedBody === body ? ("draft" as const) : null) : sheet.kept ? ("kept" as const) : null,
    /** The draft is not needed any more. */
    close: async () => {
      setClosed(true);
      note(place, null);
      await put(place, "");
    },
    /** Stores the draft now: the sheet is left to go on later. */
    leave: () => {
      note(place, body);
      flush();
    },
  };
}

/** Whole minutes since the sheet opened, on top of those before. */
function useMinutes(before: number, running: boolean): number {
  const [from] = useState(() => ({ before, at: performance.now() }));
  const [minutes, setMinutes] = useState(before);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setMinutes(from.before + Math.floor((performance.now() - from.at) / 60_000)), 5_000);
    return () => clearInterval(timer);
  }, [from, running]);
  return minutes;
}
