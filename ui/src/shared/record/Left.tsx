// How many days a holder has left before a turnover rule gives the deal back.
import { useTranslation } from "react-i18next";
import type { DaysLeft } from "../../ipc/bindings.gen";
import { Tag } from "../ui/Tag";

/** Quiet while there is time, louder where the rule warns. */
export function Left({ left }: { left: DaysLeft | null }) {
  const { t } = useTranslation("holding");
  if (left === null) return null;
  const words = t("left", { count: left.days });
  if (!left.warned) return <span className="tl-num">{words}</span>;
  return <Tag tone={left.days <= 1 ? "late" : "warn"}>{words}</Tag>;
}
