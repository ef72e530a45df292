// The fields of the team's own under the details of a record, and a way to a new one right there.
import { UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListKind } from "../../ipc/bindings.gen";
import { useActions } from "../keys/actions";
import { ShortcutKeys } from "../ui/Keys";
import { FieldForm } from "./FieldForm";
import css from "./own.module.css";

export function AddField({ noun, onMade }: { noun: ListKind; onMade: (id: string) => void }) {
  const { t } = useTranslation("custom");
  const [adding, setAdding] = useState(false);
  useActions([{ id: "record.field", run: () => setAdding(true) }]);
  return (
    <>
      <UnstyledButton className={css.add} onClick={() => setAdding(true)} data-testid="field-add">
        <IconPlus size={14} aria-hidden />
        {t("add")}
        <ShortcutKeys id="record.field" />
      </UnstyledButton>
      {adding ? <FieldForm noun={noun} field={null} onMade={onMade} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
