// Interviews to go on with: of one person on their record, of everybody where one is begun.
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconMicrophone2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { useToast } from "../../shared/ui/toast";
import { useGuideName } from "../../shared/format/guideName";
import css from "./interviews.module.css";
import { interviewQueries, useDiscard } from "./queries";

/** Gives an interview up, wherever it is shown; the toast takes it back. */
export function useLeaveOut(): (id: string) => void {
  const { t } = useTranslation("interviews");
  const toast = useToast();
  const client = useQueryClient();
  const discard = useDiscard();
  return (id) =>
    discard.mutate(id, {
      onSuccess: ({ action }) => {
        toast.say(t("resume.discarded"), [action]);
        void client.invalidateQueries({ queryKey: interviewQueries.all });
      },
      onError: toast.fail,
    });
}

export function Unfinished({ person, onOpen }: { person: string | null; onOpen?: () => void }) {
  const { t } = useTranslation("interviews");
  const f = useFormat();
  const navigate = useNavigate();
  const guideName = useGuideName();
  const called = usePersonName();
  const leaveOut = useLeaveOut();
  const { data = [] } = useQuery(interviewQueries.unfinished(person));
  if (data.length === 0) return null;
  return (
    <section className={css.unfinished} aria-label={t("resume.title")} data-testid="interviews-unfinished">
      <h2 className={css.label}>{t("resume.title")}</h2>
      {data.map((one) => (
        <div key={one.id} className={css.unfinishedLine}>
          <IconMicrophone2 size={16} aria-hidden />
          <span className={css.unfinishedWords}>
            {person === null ? t("resume.line", { guide: guideName(one), name: called(one.person.name) }) : guideName(one)}
            <span className={css.quiet}>{[f.dayAt(one.at), t("resume.count", { answered: one.answered, count: one.questions })].join(" · ")}</span>
          </span>
          <Button
            variant="subtle"
            onClick={() => leaveOut(one.id)}
            data-testid="interview-leave-out"
          >
            {t("resume.discard")}
          </Button>
          <Button
            data-testid="interview-resume"
            onClick={() => {
              onOpen?.();
              void navigate({ to: "/interviews/$id", params: { id: one.id } });
            }}
          >
            {t("resume.go")}
          </Button>
        </div>
      ))}
    </section>
  );
}
