// All pairs beyond doubt at once: how many is said before, one undo takes all of it back.
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicatesKind } from "../../ipc/bindings.gen";
import { useToast } from "../../shared/ui/toast";
import css from "./duplicates.module.css";
import { useMergeSure } from "./queries";

export function MergeSure({ kind, count }: { kind: DuplicatesKind; count: number }) {
  const { t } = useTranslation(["duplicates", "common"]);
  const toast = useToast();
  const merge = useMergeSure();
  const [asking, setAsking] = useState(false);
  const go = () =>
    merge.mutate(kind, {
      onSuccess: ({ merged, action }) => {
        setAsking(false);
        toast.say(t("sure.done", { count: merged }), [action]);
      },
      onError: (refused) => {
        setAsking(false);
        toast.fail(refused);
      },
    });
  return (
    <>
      <Button onClick={() => setAsking(true)} data-testid="duplicates-sure">{t("sure.button", { count })}</Button>
      {asking ? (
        <Modal opened onClose={() => setAsking(false)} title={t("sure.title")} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
          <div className={css.ask}>
            <p>{t("sure.text", { count })}</p>
            <div className={css.buttons}>
              <Button onClick={() => setAsking(false)}>{t("sure.no")}</Button>
              <Button variant="filled" data-autofocus loading={merge.isPending} onClick={go} data-testid="duplicates-sure-go">{t("sure.yes")}</Button>
            </div>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
