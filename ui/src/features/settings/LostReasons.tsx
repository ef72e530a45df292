// Why deals are lost, in the team's own words: one reason a line. Empty gives the built-in list back.
import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useToast } from "../../shared/ui/toast";
import { settingsQueries, useSetLostReasons } from "./queries";
import css from "./settings.module.css";

export function LostReasons() {
  const { data } = useQuery(settingsQueries.lostReasons());
  return data === undefined ? null : <Lines key={(data ?? []).join("|")} kept={data ?? []} />;
}

function Lines({ kept }: { kept: readonly string[] }) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const save = useSetLostReasons();
  const [typed, setTyped] = useState(kept.join("\n"));
  const lines = typed.split("\n").map((line) => line.trim()).filter(Boolean);
  const same = lines.join("\n") === kept.join("\n");
  return (
    <div className={css.form}>
      <Textarea label={t("lost.title")} description={t("lost.note")} autosize minRows={3} maxRows={12} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} data-testid="lost-reasons" />
      <div className={css.buttons}>
        <Button disabled={same} loading={save.isPending} onClick={() => save.mutate(lines, { onSuccess: ({ action }) => toast.say(t("lost.saved"), [action]), onError: toast.fail })} data-testid="lost-save">{t("common:do.save")}</Button>
      </div>
    </div>
  );
}
