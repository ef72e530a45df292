// The deals behind a bar, part by part, with what they are worth.
import { Button, Modal, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FunnelInput, FunnelPart, FunnelStage } from "../../ipc/bindings.gen";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import css from "./funnel.module.css";
import { funnelQueries } from "./queries";
import { useFunnelWords } from "./words";

export type Opened = { stage: string; part: FunnelPart; group: string | null };

const parts = ["reached", "moved", "open", "lost"] as const satisfies readonly FunnelPart[];
const STEP = 50;

type Props = { opened: Opened; input: FunnelInput; stages: readonly FunnelStage[]; onPart: (part: FunnelPart) => void; onClose: () => void };

export function Behind({ opened, input, stages, onPart, onClose }: Props) {
  const { t, f } = useFunnelWords();
  const { t: common } = useTranslation("common");
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useQuery(funnelQueries.behind({ funnel: input, ...opened, limit }));
  const stage = stages.find(({ id }) => id === opened.stage)?.name ?? "";
  return (
    <Modal opened onClose={onClose} title={t("behind.title", { stage })} size={560} yOffset={96} closeButtonProps={{ "aria-label": common("do.close") }}>
      <div className={css.behind} data-testid="funnel-behind">
        <SegmentedControl value={opened.part} onChange={(value) => onPart(parts.find((part) => part === value) ?? "reached")} aria-label={t("behind.part")} data={parts.map((part) => ({ value: part, label: t(`part.${part}`) }))} />
        {error === null ? null : <ErrorNote error={error} />}
        {data === undefined ? (error === null ? <Loading rows={6} /> : null) : (
          <>
            <p className={css.quiet}>{[t("behind.count", { count: data.total }), ...data.sum.map(f.money)].join(" · ")}</p>
            <ul className={css.deals}>
              {data.rows.map((deal) => (
                <li key={deal.id}>
                  <Link to="/deals/$id" params={{ id: deal.id }}>{deal.name}</Link>
                  <span className={css.quiet}>{[deal.organization, deal.stage].filter(Boolean).join(" · ")}</span>
                  <span className="tl-num">{deal.amount === null ? "" : f.money(deal.amount)}</span>
                </li>
              ))}
            </ul>
            {data.total > data.rows.length ? <Button onClick={() => setLimit(limit + STEP)}>{t("behind.more", { count: Math.min(STEP, data.total - data.rows.length) })}</Button> : null}
          </>
        )}
      </div>
    </Modal>
  );
}
