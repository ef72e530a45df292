// The interview sheet: the questions on the left, one of them in the middle, who and under which terms
// on the right. Everything is done from the keyboard; it asks nothing about hiring and says so.
import { useQuery } from "@tanstack/react-query";
import { IconClock, IconMicrophone2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sheet } from "../../ipc/bindings.gen";
import { useGoBack } from "../../shared/hooks/useGoBack";
import { useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { Asking } from "./Asking";
import { ConsentStep, Stopped } from "./Consent";
import { FinishForm } from "./FinishForm";
import { useGuideName } from "../../shared/format/guideName";
import css from "./interviews.module.css";
import { interviewQueries, usePause } from "./queries";
import { QuestionList } from "./QuestionList";
import { Side } from "./Side";
import type { Typed } from "./typed";
import { useSheet, useStored } from "./useSheet";

export function SheetPage({ id }: { id: string }) {
  const { t } = useTranslation("interviews");
  const { data: sheet, error } = useQuery(interviewQueries.sheet(id));
  const stored = useStored(id);
  if (sheet !== undefined && stored !== undefined) return <Opened key={id} sheet={sheet} stored={stored} />;
  return error === null ? <Loading rows={6} height={40} /> : <div className={css.failed}><ErrorNote error={error}><p>{t("absent")}</p></ErrorNote></div>;
}

function Opened({ sheet, stored: now }: { sheet: Sheet; stored: Typed }) {
  const { t } = useTranslation("interviews");
  const back = useGoBack();
  const toast = useToast();
  const guideName = useGuideName();
  const [stored] = useState(now);
  const hand = useSheet(sheet, stored);
  const pause = usePause(sheet.id);
  const [finishing, setFinishing] = useState(false);
  const asksConsent = sheet.consent_sentence !== null && sheet.consent === null;

  const later = async () => {
    if (!(await hand.keepAll())) return;
    hand.leave();
    try {
      if (sheet.state !== "done") await pause.mutateAsync(sheet.typed_later ? null : hand.minutes);
      back();
    } catch (cause) {
      toast.fail(cause);
    }
  };
  const finish = async () => {
    if (await hand.keepAll()) setFinishing(true);
  };
  const laterAction = { id: "interview.later", run: () => void later() } as const;
  const finishAction = { id: "interview.finish", run: () => void finish() } as const;
  useActions([laterAction, finishAction]);

  return (
    <div className={css.page} data-testid="interview">
      <header className={css.head}>
        <IconMicrophone2 size={18} aria-hidden className={css.headIcon} />
        <h1 className={css.title} data-testid="interview-title">{guideName(sheet)}</h1>
        <span className={css.version}>{t("version", { version: sheet.version })}</span>
        <span className={css.spring} />
        {sheet.typed_later ? null : <span className={`${css.meter} tl-num`} data-testid="interview-minutes"><IconClock size={16} aria-hidden />{t("minutes", { count: hand.minutes })}</span>}
        <span className={css.saved} role="status" data-testid="interview-saved">{hand.saved === null ? "" : t(hand.saved === "draft" ? "draftKept" : "kept")}</span>
        <ActionButton action={laterAction} />
        <ActionButton action={finishAction} variant="filled" />
      </header>
      <div className={css.columns}>
        <QuestionList sheet={sheet} typed={hand.typed} at={asksConsent || sheet.consent === false ? -1 : hand.at} onChoose={hand.goTo} locked={asksConsent || sheet.consent === false} />
        <div className={css.middle}>
          {asksConsent ? <ConsentStep sheet={sheet} /> : sheet.consent === false ? <Stopped sheet={sheet} /> : <Asking sheet={sheet} hand={hand} />}
        </div>
        <Side sheet={sheet} />
      </div>
      {finishing ? (
        <FinishForm
          sheet={sheet}
          minutes={hand.minutes}
          onClose={() => setFinishing(false)}
          onDone={async () => {
            await hand.close();
            back();
          }}
        />
      ) : null}
    </div>
  );
}
