// The way of a record to the recycle bin: a quiet line at the foot of its details, with its key.
import { UnstyledButton } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
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
