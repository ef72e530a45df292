// What the shell itself does: undo and redo.
import { useMutation } from "@tanstack/react-query";
import { call } from "../ipc/call";

export const useUndo = () => useMutation({ mutationFn: (action: string | null) => call.actionsUndo(action) });
export const useRedo = () => useMutation({ mutationFn: () => call.actionsRedo(null) });
