// Toasts: bottom right, at most three, 6 s; with Undo 10 s. Whoever saved names what it was;
// app/ lends the function that takes an action back.
import { UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconBell, IconCheck } from "@tabler/icons-react";
import { createContext, use } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "./ErrorNote";
import { ShortcutKeys } from "./Keys";
import css from "./toast.module.css";

/** Takes back the given actions, the newest first. */
export const UndoContext = createContext<(actions: readonly string[]) => void>(() => undefined);

const PLAIN_MS = 6_000;
const UNDO_MS = 10_000;
let serial = 0;

function show(body: React.ReactNode, autoClose: number, id: string): void {
  notifications.show({ id, message: body, autoClose, withCloseButton: false, classNames: { root: css.toast ?? "", body: css.body ?? "" } });
}

function UndoButton({ id, onUndo }: { id: string; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={css.undo}
      onClick={() => {
        notifications.hide(id);
        onUndo();
      }}
    >
      {t("do.undo")}
      <ShortcutKeys id="app.undo" />
    </UnstyledButton>
  );
}

export function useToast() {
  const undo = use(UndoContext);
  const words = useErrorWords();
  return {
    /** Says what was saved; `actions` offers to take it back. */
    say: (text: string, actions: readonly (string | null)[] = []) => {
      const id = `toast-${(serial += 1)}`;
      const back = actions.filter((action) => action !== null);
      show(
        <div className={css.line} data-testid="toast">
          <IconCheck size={16} aria-hidden className={css.check} />
          <span className={css.text}>{text}</span>
          {back.length > 0 ? <UndoButton id={id} onUndo={() => undo(back)} /> : null}
        </div>,
        back.length > 0 ? UNDO_MS : PLAIN_MS,
        id,
      );
    },
    /** Says something that leads somewhere; it stays as long as one that can be undone. */
    tell: (text: string, label: string, open: () => void) => {
      const id = `toast-${(serial += 1)}`;
      show(
        <div className={css.line} data-testid="toast" role="alert">
          <IconBell size={16} aria-hidden className={css.check} />
          <span className={css.text}>{text}</span>
          <UnstyledButton
            className={css.undo}
            onClick={() => {
              notifications.hide(id);
              open();
            }}
          >
            {label}
          </UnstyledButton>
        </div>,
        UNDO_MS * 3,
        id,
      );
    },
    fail: (error: unknown) => {
      const id = `toast-${(serial += 1)}`;
      show(
        <div className={css.line} data-testid="toast" role="alert">
          <IconAlertCircle size={16} aria-hidden className={css.wrong} />
          <span className={css.text}>{words(error)}</span>
        </div>,
        UNDO_MS,
        id,
      );
    },
  };
}
