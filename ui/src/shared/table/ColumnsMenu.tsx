// Which columns a table shows.
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconCheck, IconColumns3 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "../keys/actions";
import { Keys } from "../ui/Keys";
import { useActionLabel } from "../ui/ActionButton";
import type { ColumnChoice } from "./columns";
import css from "./Filters.module.css";

export function ColumnsMenu<Row>({ choice }: { choice: ColumnChoice<Row> }) {
  const { t } = useTranslation("table");
  const label = useActionLabel();
  const [opened, setOpened] = useState(false);
  const open: Action = { id: "table.columns", run: () => setOpened(true) };
  useActions([open]);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={224} closeOnItemClick={false} returnFocus>
      <Menu.Target>
        <Tooltip label={label("table.columns")} disabled={opened}>
          <ActionIcon variant="subtle" aria-label={label("table.columns")} onClick={() => setOpened(!opened)} data-testid="table-columns"><IconColumns3 size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={css.menu ?? ""}>
        <Menu.Label className={css.hint ?? ""}><Keys keys="alt+up" /><Keys keys="alt+down" />{t("columnsMove")}</Menu.Label>
        {choice.all.slice(1).map(({ key, head }, index, all) => {
          const on = choice.isShown(key);
          return (
            <Menu.Item
              key={key} role="menuitemcheckbox" aria-checked={on} onClick={() => choice.show(key, !on)} data-testid={`column-${key}`}
              onKeyDown={(event) => {
                const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
                if (!event.altKey || step === 0) return;
                event.preventDefault();
                event.stopPropagation();
                const other = all[index + step];
                if (other !== undefined) choice.moveTo(key, other.key);
              }}
              leftSection={<span className={css.tick}>{on ? <IconCheck size={14} aria-hidden /> : null}</span>}
            >
              {head}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item onClick={choice.reset}>{t("columnsReset")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
