// On Today: whose retention day has passed, each with the way to the record and to erasing.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Kept } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { Erase } from "./Erase";
import css from "./erasure.module.css";
import { erasureQueries } from "./queries";

export function Due() {
  const { t } = useTranslation("erasure");
  const f = useFormat();
  const called = usePersonName();
  const { today } = usePlace();
  const [asking, setAsking] = useState<Kept | null>(null);
  const { data = [] } = useQuery(erasureQueries.due(today));
  if (data.length === 0) return null;
  return (
    <section className={css.due} aria-labelledby="erasure-due" data-testid="erasure-due">
      <h2 className={css.label} id="erasure-due">{t("title")}</h2>
      {data.map((kept) => (
        <div key={kept.person.id} className={css.line}>
          <IconEraser size={16} aria-hidden />
          <span className={css.words}>
            <Link to="/people/$id" params={{ id: kept.person.id }} className={css.link}>{called(kept.person.name)}</Link>
            <span className={css.quiet}>{t("over", { day: f.day(kept.until) })}</span>
          </span>
          <Button onClick={() => setAsking(kept)} data-testid="erasure-erase">{t("erase")}</Button>
        </div>
      ))}
      {asking === null ? null : <Erase kept={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}
