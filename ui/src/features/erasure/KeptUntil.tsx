// On a record: until when the answers are kept; once that day has passed it asks for them to be erased.
import { useQuery } from "@tanstack/react-query";
import { IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Erase } from "./Erase";
import css from "./erasure.module.css";
import { erasureQueries } from "./queries";

export function KeptUntil({ person }: { person: string }) {
  const { t } = useTranslation("erasure");
  const f = useFormat();
  const { today } = usePlace();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(erasureQueries.of(person, today));
  const kept = data?.[0];
  const erase: Action = { id: "record.erase", icon: IconEraser, run: () => setAsking(true) };
  useActions(kept === undefined ? [] : [erase]);
  if (kept === undefined) return null;
  return (
    <section className={css.kept} data-over={kept.over || undefined} aria-label={t("title")} data-testid="kept-until">
      <span>{t(kept.over ? "over" : "until", { day: f.day(kept.until) })}</span>
      <ActionButton action={erase} variant={kept.over ? "default" : "subtle"} testId="record-erase" />
      {asking ? <Erase kept={kept} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
