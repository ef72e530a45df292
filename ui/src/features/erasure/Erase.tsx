// What is said before somebody is erased: what goes for good and what stays.
import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Kept } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import css from "./erasure.module.css";
import { useErase } from "./queries";

export function Erase({ kept: { person, candidate }, onClose }: { kept: Kept; onClose: () => void }) {
  const { t } = useTranslation(["erasure", "common"]);
  const toast = useToast();
  const called = usePersonName();
  const erase = useErase();
  const name = called(person.name);
  const go = () =>
    erase.mutate(person.id, {
      onSuccess: () => {
        onClose();
        toast.say(t("done", { name }));
      },
    });
  return (
    <Modal opened onClose={onClose} title={t("ask", { name })} size={460} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <div className={css.ask} data-testid="erase-ask">
        <p>{t(candidate ? "goes" : "goesAnswers")}</p>
        <p>{t("stays")}</p>
        <p className={css.quiet}>{t("backups")}</p>
        {erase.error === null ? null : <ErrorNote error={erase.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose} data-autofocus>{t("common:do.cancel")}</Button>
          <Button variant="filled" loading={erase.isPending} onClick={go} data-testid="erase-go">{t("erase")}</Button>
        </div>
      </div>
    </Modal>
  );
}
