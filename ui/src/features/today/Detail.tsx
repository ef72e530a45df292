// The focused row: who, why it is here, the number to dial, what was said lately, and what to do.
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowUpRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { QRCodeSVG } from "qrcode.react";
import { useTranslation } from "react-i18next";
import type { IdentifierView as Identifier, PersonChoice, PersonRecord } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ChannelIcon } from "../../shared/ui/ChannelIcon";
import { Initials } from "../../shared/ui/Initials";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { Tag } from "../../shared/ui/Tag";
import { TouchDots } from "../../shared/ui/TouchDots";
import type { TodayActions } from "./actions";
import css from "./Detail.module.css";
import { Later } from "./Later";
import type { Entry } from "./useLinger";
import { WhoWas } from "./WhoWas";

const LATELY = 3;

type Props = {
  entry: Entry;
  record: PersonRecord | null;
  phone: Identifier | null;
  qr: boolean;
  actions: TodayActions;
  picker: React.Ref<HTMLInputElement>;
  onAssign: (choice: PersonChoice, name: string) => void;
  onPickerLeave: () => void;
  later: boolean;
  onLaterClose: () => void;
  onLater: (on: string) => void;
};

export function Detail({ entry, record, phone, qr, actions, picker, onAssign, onPickerLeave, later, onLaterClose, onLater }: Props) {
  const { t } = useTranslation("today");
  const called = usePersonName();
  const { row, kind } = entry;
  const id = row.person?.id ?? "";
  return (
    <aside className={css.detail} aria-label={t("detail.region")} data-testid="today-detail">
      <div className={css.scroll}>
        {row.person === null ? (
          <h2 className={css.question}>{kind === "who" ? t("section.who") : row.title}</h2>
        ) : (
          <div className={css.who}>
            <Initials name={row.person.name} />
            <div className={css.names}>
              <div className={css.nameLine}>
                <h2 className={css.name}>{called(row.person.name)}</h2>
                {record?.person.grade == null ? null : <Tag>{record.person.grade}</Tag>}
              </div>
              <span className={css.about}>{[row.person.organization, row.person.title].filter(Boolean).join(" · ")}</span>
            </div>
            <Tooltip label={t("detail.open")}>
              <ActionIcon renderRoot={(props) => <Link to="/people/$id" params={{ id }} {...props} />} aria-label={t("detail.open")}>
                <IconArrowUpRight size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
        <Why entry={entry} remove={actions.remove} />
        {kind === "who" ? <WhoWas id={row.id} picker={picker} onAssign={onAssign} onLeave={onPickerLeave} /> : null}
        {row.person === null ? null : <Phone phone={phone} known={record !== null} qr={qr} actions={actions} />}
        {record === null ? null : <Facts record={record} />}
        {record === null ? null : <Lately record={record} />}
      </div>
      {actions.done === false ? null : (
        <div className={css.buttons}>
          {actions.log === false ? null : <ActionButton action={{ id: actions.log.id, run: actions.log.run }} variant="filled" />}
          <ActionButton action={actions.done} variant="subtle" />
          {actions.later === false ? null : <Later action={actions.later} opened={later} onClose={onLaterClose} onChoose={onLater} />}
          {actions.drop === false ? null : <ActionButton action={actions.drop} variant="subtle" />}
        </div>
      )}
    </aside>
  );
}

function Why({ entry: { row, kind }, remove }: { entry: Entry; remove: TodayActions["remove"] }) {
  const { t } = useTranslation(["today", "app"]);
  const f = useFormat();
  const words = () => {
    if (kind === "who") return row.at === null ? "" : t("detail.whoWhy", { day: f.inWordsAt(row.at), time: f.time(row.at) });
    if (row.due_on === null) return "";
    if (row.days_late > 0) return t("detail.wasDueLate", { day: f.longDay(row.due_on), count: row.days_late });
    return row.due_at === null ? t("detail.dueToday") : t("detail.dueAt", { time: f.time(row.due_at) });
  };
  return (
    <section className={css.why}>
      <div className={css.whyHead}>
        <h3 className={css.label}>{t("detail.why")}</h3>
        {remove === false ? null : <SmallAction action={remove} label={t("app:action.delete")} />}
      </div>
      {row.person === null ? null : <p className={css.task}>{row.title}</p>}
      <p data-late={row.days_late > 0 || undefined}>{words()}</p>
    </section>
  );
}

function Phone({ phone, known, qr, actions }: { phone: Identifier | null; known: boolean; qr: boolean; actions: TodayActions }) {
  const { t } = useTranslation(["today", "common"]);
  if (!known) return <section className={css.phone} />;
  return (
    <section className={css.phone}>
      {phone === null ? (
        <p className={css.none}>{t("detail.noPhone")}</p>
      ) : (
        <>
          <div className={css.number} data-testid="today-phone" data-selectable data-blocked={phone.blocked || undefined}>{phone.blocked === true ? <s>{phone.shown}</s> : phone.shown}</div>
          {phone.blocked === true && phone.state != null ? <p className={css.blocked} data-testid="today-blocked">{[t(`common:reach.${phone.state}`), phone.state_why].filter(Boolean).join(" · ")}</p> : null}
        </>
      )}
      <div className={css.dial}>
        {actions.missed === false ? null : <ActionButton action={actions.missed} />}
        {actions.interview === false ? null : <ActionButton action={actions.interview} />}
        {actions.copy === false ? null : <SmallAction action={actions.copy} label={t("action.copy")} />}
        {actions.qr === false ? null : <SmallAction action={actions.qr} label={t("action.qr")} pressed={qr} />}
      </div>
      {qr && phone !== null && phone.blocked !== true ? (
        <figure className={css.qr} data-testid="today-qr">
          <QRCodeSVG value={`tel:${phone.value}`} size={132} marginSize={2} title={t("detail.scan")} />
          <figcaption>{t("detail.scan")}</figcaption>
        </figure>
      ) : null}
    </section>
  );
}

function SmallAction({ action, label, pressed }: { action: Exclude<TodayActions["copy"], false>; label: string; pressed?: boolean }) {
  const Icon = action.icon;
  return (
    <Tooltip label={<span className={css.tip}>{label} <ShortcutKeys id={action.id} /></span>}>
      <ActionIcon aria-label={label} aria-pressed={pressed} onClick={action.run} data-testid={`action-${action.id}`}>
        {Icon ? <Icon size={16} aria-hidden /> : null}
      </ActionIcon>
    </Tooltip>
  );
}

function Facts({ record }: { record: PersonRecord }) {
  const { t } = useTranslation(["today", "common"]);
  const f = useFormat();
  const deal = record.deals.find(({ stage_kind }) => stage_kind !== "won" && stage_kind !== "lost") ?? null;
  return (
    <dl className={css.facts}>
      <dt>{t("detail.deal")}</dt>
      <dd>
        {deal === null ? <span className={css.none}>{t("detail.noDeal")}</span> : (
          <Link to="/deals/$id" params={{ id: deal.id }} className={css.link}>{[deal.name, deal.amount === null ? null : f.money(deal.amount)].filter(Boolean).join(" · ")}</Link>
        )}
      </dd>
      {deal === null ? null : (
        <>
          <dt>{t("detail.stage")}</dt>
          <dd>{deal.days_in_stage === null ? deal.stage : t("detail.stageDays", { stage: deal.stage, count: deal.days_in_stage })}</dd>
        </>
      )}
      <dt>{t("detail.touch")}</dt>
      <dd><TouchDots count={record.touch_count} /></dd>
    </dl>
  );
}

function Lately({ record }: { record: PersonRecord }) {
  const { t } = useTranslation(["today", "common"]);
  const f = useFormat();
  const talks = record.timeline.items.filter((item) => item.kind === "touchpoint").slice(0, LATELY);
  return (
    <section className={css.lately}>
      <h3 className={css.label}>{t("detail.lately")}</h3>
      {talks.length === 0 ? <p className={css.none}>{t("detail.nothing")}</p> : null}
      <ul>
        {talks.map((talk) => (
          <li key={talk.id}>
            <ChannelIcon channel={talk.channel} label={t(`common:channel.${talk.channel}`)} />
            <p>{talk.summary ?? (talk.outcome === null ? t(`common:channel.${talk.channel}`) : t(`common:outcome.${talk.outcome}`))}</p>
            <span className={css.when}>{f.dayAt(talk.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
