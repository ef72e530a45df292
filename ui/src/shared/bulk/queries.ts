// A change of many rows on its way: how far it is, and how to stop it.
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ChangeProgress } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { onChangeProgress } from "../../ipc/changes";

export const useCancelChange = () => useMutation({ mutationFn: () => call.listsCancel() });

/** How far the running change of many rows is; null: it has just begun, or there is none. */
export function useChangeProgress(running: boolean): ChangeProgress | null {
  const [progress, setProgress] = useState<ChangeProgress | null>(null);
  useEffect(() => {
    if (!running) return;
    const stopping = onChangeProgress(setProgress);
    return () => {
      setProgress(null);
      void stopping.then((stop) => stop());
    };
  }, [running]);
  return progress;
}
