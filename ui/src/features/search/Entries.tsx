// The lines of the palette: a record, something said with its words and whom it was with, an action.
import { IconArrowRight, IconBuilding, IconCalendarEvent, IconMessageCircle, IconSearch, IconTarget, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FoundHit } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { useActionLabel } from "../../shared/ui/ActionButton";
import { channelIcons } from "../../shared/ui/ChannelIcon";
import { Keys, ShortcutKeys } from "../../shared/ui/Keys";
import { type Entry, isRecord } from "./found";
import { Marked } from "./Marked";
import css from "./Palette.module.css";

const icons = { organization: IconBuilding, person: IconUser, deal: IconTarget, touchpoint: IconMessageCircle, answer: IconMessageCircle, followup: IconCalendarEvent } as const satisfies Record<FoundHit["kind"], unknown>;

type Ranges = readonly (readonly [number, number])[];
type LineProps = { entry: Entry; id: string; ranges: Ranges; current: boolean; onOpen: () => void };

export function Line({ entry, id, ranges, current, onOpen }: LineProps) {
  const kind = entry.kind === "hit" ? entry.hit.kind : entry.kind;
  const tall = entry.kind === "hit" && entry.hit.snippet !== null;
  return (
    <div id={id} role="option" aria-selected={current} className={css.row} data-tall={tall || undefined} onClick={onOpen} data-testid="palette-hit" data-kind={kind}>
      {entry.kind === "hit" ? <HitLine hit={entry.hit} current={current} /> : entry.kind === "action" ? <ActionLine entry={entry} ranges={ranges} /> : <AllLine entry={entry} />}
    </div>
  );
}

function HitLine({ hit, current }: { hit: FoundHit; current: boolean }) {
  const { t } = useTranslation(["search", "common"]);
  const called = usePersonName();
  const format = useFormat();
  const Icon = hit.kind === "followup" || hit.channel === null ? icons[hit.kind] : channelIcons[hit.channel];
  const candidate = hit.name !== null && called(hit.name) !== hit.name ? t("common:kind.candidate") : null;
  const record = isRecord(hit.kind);
  const when = hit.at === null ? null : format.dayAt(hit.at);
  const channel = hit.channel === null ? null : t(`common:channel.${hit.channel}`);
  const about = (record ? [candidate, hit.about, hit.detail] : [hit.about, channel, when]).filter(Boolean).join(" · ");
  const name = hit.name === null ? null : <Marked text={hit.name} ranges={hit.matched} />;
  return (
    <>
      <Icon size={18} aria-hidden />
      {hit.snippet === null ? (
        <>
          {name}
          <span className={css.about}>{about}</span>
        </>
      ) : (
        <span className={css.lines}>
          {record ? <span className={css.said}>{name}<span className={css.about}>{about}</span></span> : <span className={css.said}><Marked text={hit.snippet.text} ranges={hit.snippet.matched} whole /></span>}
          {record ? <span className={css.beside}><Marked text={hit.snippet.text} ranges={hit.snippet.matched} whole /></span> : <span className={css.beside}>{name}<span className={css.about}>{about}</span></span>}
        </span>
      )}
      {current ? <Keys keys="enter" /> : null}
    </>
  );
}

function ActionLine({ entry: { action }, ranges }: { entry: Extract<Entry, { kind: "action" }>; ranges: Ranges }) {
  const { t } = useTranslation("search");
  const label = useActionLabel();
  const Icon = action.icon ?? IconSearch;
  return (
    <>
      <Icon size={18} aria-hidden />
      <Marked text={action.said ?? label(action.id)} ranges={ranges} />
      <span className={css.about}>{t(action.id.startsWith("go.") ? "page" : "action")}</span>
      <ShortcutKeys id={action.id} />
    </>
  );
}

function AllLine({ entry: { of, total, more } }: { entry: Extract<Entry, { kind: "all" }> }) {
  const { t } = useTranslation("search");
  return (
    <>
      <IconArrowRight size={18} aria-hidden />
      <span className={css.about}>{t("every", { kind: t(`group.${of}`), total: more ? `${total}+` : total })}</span>
    </>
  );
}
