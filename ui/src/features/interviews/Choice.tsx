// One of several states to choose: the chosen one is tinted and ticked.
import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import css from "./interviews.module.css";

type Props = { chosen: boolean; icon: React.ReactNode; onClick: () => void; keys: React.ReactNode; children: React.ReactNode; testId: string };

export function Choice({ chosen, icon, onClick, keys, children, testId }: Props) {
  return (
    <Button className={css.choice} data-chosen={chosen || undefined} aria-pressed={chosen} onClick={onClick} data-testid={testId} leftSection={chosen ? <IconCheck size={16} aria-hidden /> : icon} rightSection={keys}>
      {children}
    </Button>
  );
}
