// The pipeline page: which pipeline, what it is worth, what lacks a next step, and the board.
import { Button, Menu, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconAlertTriangleFilled, IconCalendarEvent, IconCalendarOff, IconChevronDown, IconLayoutKanban, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board as BoardData } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { Board } from "./Board";
import type { NextTone } from "./board";
import { NewDeal } from "./NewDeal";
import css from "./pipeline.module.css";
import { pipelineQueries } from "./queries";
import { ViewSwitch } from "./ViewSwitch";

export function BoardPage() {
  const { t } = useTranslation("pipeline");
  const [pipeline, setPipeline] = useState<string | null>(null);
  const [filter, setFilter] = useState<NextTone | null>(null);
  const [adding, setAdding] = useState(false);
  const { data: board, error } = useQuery(pipelineQueries.board(pipeline, filter));
  const navigate = useNavigate();
  const add: Action = { id: "pipeline.new", icon: IconPlus, run: () => setAdding(true) };
  useActions([add]);

  return (
    <div className={css.page}>
      <PageHead title={t("page.title")} note={board ? <PipelineSwitch board={board} onChoose={setPipeline} /> : undefined}>
        {board ? <Worth board={board} /> : null}
        <ViewSwitch view="board" />
        <ActionButton action={add} />
      </PageHead>
      {board ? (
        <>
          {board.columns.every(({ count }) => count === 0) ? (
            <EmptyState icon={IconLayoutKanban} title={t("empty.title")} text={t("empty.text")}>
              <ActionButton action={add} variant="filled" />
              <Button onClick={() => void navigate({ to: "/import" })}>{t("empty.import")}</Button>
            </EmptyState>
          ) : (
            <>
              <div className={css.toolbar}>
                <Chips board={board} filter={filter} onFilter={setFilter} />
              </div>
              <Board key={board.pipeline.id} board={board} pipeline={pipeline} filter={filter} />
            </>
          )}
          {adding ? <NewDeal board={board} onClose={() => setAdding(false)} /> : null}
        </>
      ) : error ? (
        <ErrorNote error={error} />
      ) : (
        <Loading rows={8} height={64} />
      )}
    </div>
  );
}

function PipelineSwitch({ board, onChoose }: { board: BoardData; onChoose: (id: string) => void }) {
  const { t } = useTranslation("pipeline");
  if (board.pipelines.length < 2) return board.pipeline.name;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={css.switch} data-testid="pipeline-switch" aria-label={t("page.switch", { name: board.pipeline.name })}>
          {board.pipeline.name}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {board.pipelines.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)} aria-current={id === board.pipeline.id || undefined}>{name}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Worth({ board }: { board: BoardData }) {
  const { t } = useTranslation("pipeline");
  const format = useFormat();
  const sum = (amounts: BoardData["open_sum"]) => amounts.map(format.money).join(" + ");
  const words = [
    board.open_sum.length > 0 ? t("page.worth", { open: sum(board.open_sum), weighted: sum(board.weighted_sum) }) : "",
    board.unknown > 0 ? t("page.unknown", { count: board.unknown }) : "",
  ].filter(Boolean);
  return <span className="tl-num">{words.join(t("page.join"))}</span>;
}

const chips = { planned: IconCalendarEvent, late: IconAlertTriangleFilled, none: IconCalendarOff } as const satisfies Record<NextTone, unknown>;

/** Legend and filter at once: what the colours of the feet mean, how many there are, only those. */
function Chips({ board, filter, onFilter }: { board: BoardData; filter: NextTone | null; onFilter: (next: NextTone | null) => void }) {
  const { t } = useTranslation("pipeline");
  const count = { planned: board.planned, late: board.late, none: board.unplanned };
  return (
    <div className={css.chips} role="group" aria-label={t("chip.label")}>
      {(["planned", "late", "none"] as const).map((tone) => {
        const Icon = chips[tone];
        return (
          <UnstyledButton key={tone} className={css.chip} aria-pressed={filter === tone} onClick={() => onFilter(filter === tone ? null : tone)}>
            <span className={css.chipIcon} data-tone={tone}><Icon size={14} aria-hidden /></span>
            {t(`chip.${tone}`)} <span className="tl-num">{count[tone]}</span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}
