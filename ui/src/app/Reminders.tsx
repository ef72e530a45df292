// Promises whose time has come, where the system could not show them: a toast with the way to the person.
// A click on the system's own notification opens the person at once.
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Reminded } from "../ipc/bindings.gen";
import { onReminded } from "../ipc/changes";
import { useToast } from "../shared/ui/toast";

export function Reminders() {
  const { t } = useTranslation("reminders");
  const toast = useToast();
  const navigate = useNavigate();
  const told = useEffectEvent(({ reminder: { title, name, person }, shown, open }: Reminded) => {
    const go = () => void (person === null ? navigate({ to: "/today" }) : navigate({ to: "/people/$id", params: { id: person } }));
    if (open) go();
    else if (!shown) toast.tell(name === null ? t("due", { title }) : t("dueWith", { title, name }), t("open"), go);
  });
  useEffect(() => {
    const following = onReminded((reminded) => told(reminded));
    return () => void following.then((stop) => stop());
  }, []);
  return null;
}
