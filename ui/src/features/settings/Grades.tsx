// What A to D mean here, in the team's words.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { GradeMeaning } from "../../ipc/bindings.gen";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { KeptInput } from "./KeptInput";
import { settingsQueries, useSetGrade } from "./queries";
import css from "./settings.module.css";

export function Grades() {
  const { t } = useTranslation("settings");
  const { data, error } = useQuery(settingsQueries.grades());
  if (data === undefined) return error === null ? <Loading rows={4} /> : <ErrorNote error={error} />;
  return (
    <>
      <p className={css.note}>{t("grades.note")}</p>
      <div className={css.grades}>
        {data.map((one) => <Meaning key={one.grade} one={one} />)}
      </div>
    </>
  );
}

function Meaning({ one }: { one: GradeMeaning }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const set = useSetGrade();
  const save = (meaning: string) =>
    set.mutateAsync({ grade: one.grade, meaning }).then(({ action }) => toast.say(t("grades.saved", { grade: one.grade }), [action]), toast.fail);
  return (
    <div className={css.grade}>
      <strong>{one.grade}</strong>
      <KeptInput aria-label={t("grades.label", { grade: one.grade })} placeholder={t(`grades.hint_${one.grade}`)} value={one.meaning} onSave={save} testId={`grade-${one.grade}`} />
    </div>
  );
}
