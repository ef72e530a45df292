// The ways to the recycle bin from a record: a quiet line at the foot of its details, and a button in each
// line of a list that shows when the line is pointed at or holds the keyboard. Each with its key.
import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { overlays } from "../hooks/overlays";
import { useActions } from "../keys/actions";
import { ShortcutKeys } from "../ui/Keys";
import css from "./record.module.css";

export function DeleteLine({ id }: { id: string }) {
  const { t } = useTranslation("app");
  const remove = () => overlays.remove(id);
  useActions([{ id: "record.delete", icon: IconTrash, run: remove }]);
  return (
    <UnstyledButton className={css.foot} onClick={remove} data-testid="record-delete">
      <IconTrash size={16} aria-hidden />
      {t("action.delete")}
      <ShortcutKeys id="record.delete" />
    </UnstyledButton>
  );
}

/** The key that deletes the line holding the keyboard. Its list takes `list`, each line `data-line` with its id. */
export function useLineDelete(key: "record.deleteLine" | "settings.deleteLabel" = "record.deleteLine") {
  const [line, setLine] = useState<string | null>(null);
  useActions(line === null ? [] : [{ id: key, icon: IconTrash, run: () => overlays.remove(line) }]);
  return {
    onFocus: (event: React.FocusEvent<HTMLElement>) => setLine(event.target.closest("[data-line]")?.getAttribute("data-line") ?? null),
    onBlur: () => setLine(null),
  };
}

export function LineDelete({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("app");
  return (
    <Tooltip label={<span className={css.tip}>{t("action.delete")} <ShortcutKeys id="record.deleteLine" /></span>}>
      <ActionIcon className={css.reveal ?? ""} aria-label={t("action.deleteNamed", { name })} onClick={() => overlays.remove(id)} data-testid="line-delete">
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
