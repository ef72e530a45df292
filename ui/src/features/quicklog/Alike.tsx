// The line makes somebody new: who of that name is here already, to be taken instead. Told, never refused;
// nothing is drawn while nobody is.
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { usePersonName } from "../../shared/format/personName";
import { likely } from "../../shared/lookup/queries";
import css from "./QuickLog.module.css";

const SHOWN = 2;

type Props = { name: string; onTake: (id: string) => void };

export function Alike({ name, onTake }: Props) {
  const { t } = useTranslation(["quicklog", "duplicates"]);
  const called = usePersonName();
  const { data = [] } = useQuery(likely({ kind: "people", name: name.trim(), organization: null }));
  const shown = data.slice(0, SHOWN);
  return (
    <div role="status" className={css.alike} data-empty={shown.length === 0 || undefined} data-testid="quicklog-alike">
      {shown.map(({ row }) => (
        <div key={row.id} className={css.alikeLine}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{[`${t("duplicates:likely.title")}${called(row.name)}`, row.about, row.tail === null ? null : t("duplicates:likely.tail", { tail: row.tail })].filter(Boolean).join(" · ")}</span>
          <Button size="compact-sm" variant="subtle" onClick={() => onTake(row.id)} data-testid="quicklog-take">{t("who.take")}</Button>
        </div>
      ))}
    </div>
  );
}
