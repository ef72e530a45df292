// Cells that several tables share.
import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { MemberRef, NextStep as Step } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../format/useFormat";
import { Tag } from "../ui/Tag";
import css from "./ListPage.module.css";

export function Quiet({ children }: { children: React.ReactNode }) {
  return <span className={css.quiet}>{children}</span>;
}

export function Touched({ at }: { at: number | null }) {
  const { t } = useTranslation("people");
  const format = useFormat();
  return at === null ? <span className={css.none}>{t("cell.neverTouched")}</span> : <Quiet>{format.ago(at)}</Quiet>;
}

/** The day on which a row was written down here. */
export function Made({ at }: { at: number | undefined }) {
  const format = useFormat();
  return at === undefined ? null : <Quiet>{format.dayAt(at)}</Quiet>;
}

/** A day to come; one that passed while the matter is open is late. */
export function Expected({ on, open }: { on: string; open: boolean }) {
  const format = useFormat();
  const { today } = usePlace();
  return <span className={open && on < today ? css.late : css.quiet}>{format.day(on)}</span>;
}

export function NextStep({ step }: { step: Step | null }) {
  const { t } = useTranslation("people");
  const format = useFormat();
  if (step === null) return <span className={css.none}>{t("cell.noNext")}</span>;
  if (step.days_late > 0) return <span><span className={css.late}>{format.late(step.days_late)}</span>{` ${step.title}`}</span>;
  return `${format.day(step.due_on)} ${step.title}`;
}

export function Tags({ tags }: { tags: readonly string[] }) {
  return <span className={css.tags} title={tags.join(" · ")}>{tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span>;
}

/** Who was named stands plainly; who only holds the open deal is quiet and says so. */
export function Owner({ row: { owner, owner_set } }: { row: { owner: MemberRef | null; owner_set: boolean } }) {
  const { t } = useTranslation("table");
  if (owner === null) return null;
  if (owner_set) return owner.name;
  return <Tooltip label={t("byDeal")}><span className={css.none}>{owner.name}</span></Tooltip>;
}
