// "Who was this?": the line as it was written, and a field to say who.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { PersonChoice } from "../../ipc/bindings.gen";
import { PersonPicker } from "../../shared/ui/PersonPicker";
import css from "./Detail.module.css";
import { todayQueries } from "./queries";

type Props = { id: string; picker: React.Ref<HTMLInputElement>; onAssign: (choice: PersonChoice, name: string) => void; onLeave: () => void };

export function WhoWas({ id, picker, onAssign, onLeave }: Props) {
  const { t } = useTranslation("today");
  const { data: talk } = useQuery(todayQueries.touchpoint(id));
  return (
    <>
      {talk?.raw == null ? null : (
        <section className={css.why}>
          <h3 className={css.label}>{t("detail.original")}</h3>
          <p>{talk.raw}</p>
        </section>
      )}
      <section className={css.why}>
        <PersonPicker
          id="who"
          inputRef={picker}
          onPick={({ id: existing, name }) => onAssign({ existing }, name)}
          onNew={(name) => onAssign({ new_name: name }, name)}
          onLeave={onLeave}
        />
      </section>
    </>
  );
}
