// The holding of a deal on its page: the days left and by which clock, more time asked and answered, the lock, and
// who held it from when and why.
import { IconArrowBackUp, IconHandGrab, IconHistory, IconHourglassHigh, IconLock, IconLockOpen, IconRipple } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExtensionView, HoldingRecord, StageKind } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { AskTime, AnswerTime, SayWhy } from "./forms";
import css from "./holding.module.css";
import { holdingQueries, useClaim, useLock, useReturn, useTakeBack } from "./queries";
import { useBarWords, useWhyWords } from "./words";

type Deal = { id: string; name: string; stage_kind: StageKind };
type Opened = "ask" | "lock" | "return" | null;

export function DealHolding({ deal }: { deal: Deal }) {
  const { t } = useTranslation("holding");
  const { data: record, error } = useQuery(holdingQueries.deal(deal.id));
  const [opened, setOpened] = useState<Opened>(null);
  const [shown, setShown] = useState(false);
  const actions = useDealActions(deal, record, setOpened);
  const history: Action = { id: "holding.history", icon: IconHistory, run: () => setShown(!shown) };
  useActions(record === undefined ? [] : [...actions, history]);
  if (record === undefined) return error === null ? null : <ErrorNote error={error} />;
  return (
    <section className={css.section} aria-label={t("deal.title")} data-testid="deal-holding">
      <header className={css.head}>
        <h2>{t("deal.title")}</h2>
        <div className={css.headActions}>
          {actions.map((action) => <ActionButton key={action.id} action={action} variant="subtle" />)}
          <ActionButton action={history} variant="subtle" aria-expanded={shown} />
        </div>
      </header>
      <Now record={record} />
      {record.extensions.map((wish) => <Wish key={wish.id} wish={wish} />)}
      {shown ? <History record={record} /> : null}
      <Forms deal={deal} opened={opened} onClose={() => setOpened(null)} />
    </section>
  );
}

/** What can be done now: another set for who holds it, in the pool, locked. */
function useDealActions(deal: Deal, record: HoldingRecord | undefined, open: (opened: Opened) => void): Action[] {
  const { t } = useTranslation("holding");
  const toast = useToast();
  const bar = useBarWords();
  const claiming = useClaim();
  const taking = useTakeBack();
  const locking = useLock();
  if (record === undefined || deal.stage_kind === "won" || deal.stage_kind === "lost") return [];
  const { lying, locked_at, history } = record;
  if (lying !== null) {
    const claim: Action = {
      id: "holding.claim", icon: IconHandGrab, disabled: lying.barred === null ? undefined : bar(lying.barred),
      run: () => claiming.mutate(deal.id, { onSuccess: ({ action }) => toast.say(t("claimed", { name: deal.name }), [action]), onError: toast.fail }),
    };
    const back: Action = {
      id: "holding.takeBack", icon: IconArrowBackUp,
      run: () => taking.mutate(deal.id, { onSuccess: ({ action }) => toast.say(t("takenBack", { name: deal.name, who: lying.former ?? "" }), [action]), onError: toast.fail }),
    };
    return history[0]?.can_undo === true ? [claim, back] : [claim];
  }
  const unlock = () => locking.mutate({ deal: deal.id, why: null }, { onSuccess: ({ action }) => toast.say(t("unlocked", { name: deal.name }), [action]), onError: toast.fail });
  return [
    { id: "holding.extend", icon: IconHourglassHigh, run: () => open("ask") },
    { id: "holding.lock", icon: locked_at === null ? IconLock : IconLockOpen, run: locked_at === null ? () => open("lock") : unlock },
    { id: "holding.return", icon: IconRipple, run: () => open("return") },
  ];
}

function Now({ record: { left, locked_at, locked_why, lying } }: { record: HoldingRecord }) {
  const { t } = useTranslation("holding");
  const f = useFormat();
  const why = useWhyWords();
  if (lying !== null) {
    return (
      <p className={css.line} data-testid="holding-now">
        <Tag tone="outline">{t("deal.inPool")}</Tag>
        {[lying.since === null ? null : f.dayAt(lying.since), why(lying)].filter(Boolean).join(" · ")}
      </p>
    );
  }
  if (locked_at !== null) return <p className={css.line} data-testid="holding-now"><Tag tone="outline">{t("deal.locked")}</Tag>{locked_why}</p>;
  if (left === null) return <p className={`${css.line} ${css.quiet}`} data-testid="holding-now">{t("deal.noRule")}</p>;
  return (
    <p className={css.line} data-testid="holding-now">
      <Tag tone={left.days <= 1 ? "late" : left.warned ? "warn" : "plain"}>{t("left", { count: left.days })}</Tag>
      <span className={css.quiet}>{t(`clock.${left.clock}`)} · {left.rule} · {t("deal.on", { day: f.day(left.on) })}</span>
    </p>
  );
}

function Wish({ wish }: { wish: ExtensionView }) {
  const { t } = useTranslation("holding");
  const f = useFormat();
  const [answering, setAnswering] = useState(false);
  const { state, granted_until, answered_by, note } = wish;
  const answered = state === "granted" && granted_until !== null ? t("wish.granted", { day: f.day(granted_until) }) : state === "refused" ? t("wish.refused") : null;
  return (
    <div className={css.line} data-testid="wish" data-state={state}>
      <IconHourglassHigh size={16} aria-hidden />
      <span className={`${css.grow} tl-ellipsis`}>
        {t("wish.asked", { who: wish.member ?? "", day: f.day(wish.until_on), reason: wish.reason })}
        {answered === null ? null : <span className={css.quiet}> · {[answered, answered_by, note].filter(Boolean).join(" · ")}</span>}
      </span>
      {state === "asked" ? <WishButton onClick={() => setAnswering(true)} /> : null}
      {answering ? <AnswerTime wish={wish} onClose={() => setAnswering(false)} /> : null}
    </div>
  );
}

function WishButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation("holding");
  return <button type="button" className={css.answer} onClick={onClick} data-testid="wish-answer">{t("wish.answer")}</button>;
}

function History({ record: { history } }: { record: HoldingRecord }) {
  const { t } = useTranslation("holding");
  const f = useFormat();
  const why = useWhyWords();
  return (
    <ol className={css.history} data-testid="holding-history">
      {history.map((line) => (
        <li key={line.id}>
          <time>{line.told ? t("deal.undated") : f.dayAt(line.at)}</time>
          <span data-void={line.void || undefined}>{line.member ?? t("deal.pool")}</span>
          <span className={css.quiet}>{[why(line), line.pool, line.void ? t("deal.void") : null].filter(Boolean).join(" · ")}</span>
        </li>
      ))}
    </ol>
  );
}

function Forms({ deal, opened, onClose }: { deal: Deal; opened: Opened; onClose: () => void }) {
  const { t } = useTranslation("holding");
  const toast = useToast();
  const lock = useLock();
  const giveBack = useReturn();
  if (opened === "ask") return <AskTime deal={deal} onClose={onClose} />;
  const told = (text: string) => ({
    onSuccess: ({ action }: { action: string | null }) => {
      onClose();
      toast.say(text, [action]);
    },
  });
  if (opened === "lock") {
    return <SayWhy title={t("deal.lockTitle")} note={t("deal.lockNote")} required saving={lock.isPending} error={lock.error} onClose={onClose} onSay={(why) => lock.mutate({ deal: deal.id, why }, told(t("locked", { name: deal.name })))} />;
  }
  if (opened === "return") {
    return <SayWhy title={t("deal.returnTitle")} note={t("deal.returnNote")} saving={giveBack.isPending} error={giveBack.error} onClose={onClose} onSay={(reason) => giveBack.mutate({ deal: deal.id, reason }, told(t("returned", { name: deal.name })))} />;
  }
  return null;
}
