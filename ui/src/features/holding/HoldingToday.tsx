// On Today: deals that go back to the pool soon, wishes for more time, what the last nights gave back, and how much
// room there is. Each leads to its deal.
import { Button } from "@mantine/core";
import { IconHourglassHigh, IconRipple } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExtensionView } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import type { Action } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { Tag } from "../../shared/ui/Tag";
import { AnswerTime } from "./forms";
import css from "./holding.module.css";
import { holdingQueries } from "./queries";
import { useWhyWords } from "./words";

export function HoldingToday() {
  const { t } = useTranslation("holding");
  const { today } = usePlace();
  const navigate = useNavigate();
  const why = useWhyWords();
  const { data } = useQuery(holdingQueries.today(today));
  const toPool: Action = { id: "go.pool", run: () => void navigate({ to: "/pipeline/pool" }) };
  if (data === undefined) return null;
  const { warned, warned_more, asks, gone_back, room, pool } = data;
  const free = room === null ? 0 : Math.max(0, room.cap - room.held);
  return (
    <>
      {warned.length === 0 ? null : (
        <section className={css.today} aria-label={t("today.warned")} data-testid="today-warned">
          <h2>{t("today.warned")}</h2>
          {warned.map(({ deal, left, quote, asked }) => (
            <Line key={deal.id} id={deal.id} name={deal.name} about={[deal.organization, t(`clock.${left.clock}`), deal.holder?.name ?? null]}>
              {quote ? <Tag tone="outline">{t("quote")}</Tag> : null}
              {asked ? <Tag>{t("today.asked")}</Tag> : null}
              <Tag tone={left.days <= 1 ? "late" : "warn"}>{t("left", { count: left.days })}</Tag>
            </Line>
          ))}
          {warned_more > 0 ? <p className={css.quiet}>{t("today.more", { count: warned_more })}</p> : null}
        </section>
      )}
      {asks.length === 0 ? null : (
        <section className={css.today} aria-label={t("today.asks")} data-testid="today-asks">
          <h2>{t("today.asks")}</h2>
          {asks.map((wish) => <Ask key={wish.id} wish={wish} />)}
        </section>
      )}
      {gone_back.length === 0 ? null : (
        <section className={css.today} aria-label={t("today.goneBack")} data-testid="today-gone-back">
          <h2>{t("today.goneBack")}</h2>
          {gone_back.map((one) => (
            <Line key={one.deal} id={one.deal} name={one.name} about={[one.organization, why({ ...one, why: "turned_over", reason: null })]} />
          ))}
        </section>
      )}
      {free > 0 && pool > 0 ? (
        <section className={css.today} aria-label={t("today.room")} data-testid="today-room">
          <h2>{t("today.room")}<ActionButton action={toPool} variant="subtle" /></h2>
          <p className={css.quiet}><IconRipple size={16} aria-hidden /> {t("today.free", { count: free })} · {t("today.inPool", { count: pool })}</p>
        </section>
      ) : null}
    </>
  );
}

function Line({ id, name, about, children }: { id: string; name: string; about: readonly (string | null)[]; children?: React.ReactNode }) {
  return (
    <div className={css.line}>
      <IconHourglassHigh size={16} aria-hidden />
      <Link to="/deals/$id" params={{ id }} className="tl-ellipsis">{name}</Link>
      <span className={`${css.quiet} ${css.grow} tl-ellipsis`}>{about.filter(Boolean).join(" · ")}</span>
      {children}
    </div>
  );
}

function Ask({ wish }: { wish: ExtensionView }) {
  const { t } = useTranslation("holding");
  const f = useFormat();
  const [answering, setAnswering] = useState(false);
  return (
    <>
      <Line id={wish.deal} name={wish.name} about={[wish.member, wish.reason]}>
        <Tag>{t("today.until", { day: f.day(wish.until_on) })}</Tag>
        <Button variant="default" onClick={() => setAnswering(true)} data-testid="today-answer">{t("wish.answer")}</Button>
      </Line>
      {answering ? <AnswerTime wish={wish} onClose={() => setAnswering(false)} /> : null}
    </>
  );
}
