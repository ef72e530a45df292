// The pairs, each in two lines: who, and why they may be one.
import { useTranslation } from "react-i18next";
import type { DuplicatePair, DuplicateRow, Why } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useListKeys } from "../../shared/hooks/useListKeys";
import css from "./duplicates.module.css";

type Props = { pairs: readonly DuplicatePair[]; active: number; onActive: (index: number) => void };

export function PairList({ pairs, active, onActive }: Props) {
  const { t } = useTranslation("duplicates");
  const called = usePersonName();
  const keys = useListKeys({ id: "pair", count: pairs.length, active, onActive, onOpen: () => undefined });
  const about = ({ name, about: firm, tail }: DuplicateRow) => [called(name), firm, tail === null ? null : t("likely.tail", { tail })].filter(Boolean).join(" · ");
  const reason = ({ reason: word, value }: Why) => (value === "" ? t(`reason.${word}`) : t("at", { reason: t(`reason.${word}`), value }));
  return (
    <div className={css.pairs} role="grid" aria-label={t("list")} aria-rowcount={pairs.length} {...keys.box}>
      {pairs.map((pair, index) => (
        <div key={`${pair.one.id} ${pair.other.id}`} role="row" aria-rowindex={index + 1} onClick={() => onActive(index)} data-testid="duplicate-pair" {...keys.row(index)}>
          <div role="gridcell" className={css.pair}>
            <span className="tl-ellipsis" title={about(pair.one)}>{about(pair.one)}</span>
            <span className="tl-ellipsis" title={about(pair.other)}>{about(pair.other)}</span>
            <span className={`${css.why} tl-ellipsis`} title={pair.why.map(reason).join("；")}>{pair.why[0] === undefined ? "" : reason(pair.why[0])}</span>
          </div>
        </div>
      ))}
    </div>
  );
}
