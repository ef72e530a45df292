// Under the name of somebody new: who of that name is here already, with the way to them. Told, never
// refused; nothing is drawn while nobody is.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { DuplicatesKind } from "../../ipc/bindings.gen";
import { likely } from "../lookup/queries";
import css from "./Likely.module.css";

const records = { people: "/people/$id", organizations: "/organizations/$id" } as const;
const SHOWN = 2;

type Props = { kind: DuplicatesKind; name: string; organization: string | null; onLeave: () => void };

export function Likely({ kind, name, organization, onLeave }: Props) {
  const { t } = useTranslation("duplicates");
  const navigate = useNavigate();
  const { data = [] } = useQuery(likely({ kind, name: name.trim(), organization }));
  const shown = name.trim() === "" ? [] : data.slice(0, SHOWN);
  return (
    <div role="status" className={css.likely} data-empty={shown.length === 0 || undefined} data-testid="likely">
      {shown.map(({ row, closely }) => (
        <div key={row.id} className={css.line} data-closely={closely || undefined}>
          <span>{[`${t("likely.title")}${row.name}`, row.about, row.tail === null ? null : t("likely.tail", { tail: row.tail })].filter(Boolean).join(" · ")}</span>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onLeave();
              void navigate({ to: records[kind], params: { id: row.id } });
            }}
            data-testid="likely-open"
          >
            {t("likely.open", { name: row.name })}
          </Button>
        </div>
      ))}
    </div>
  );
}
