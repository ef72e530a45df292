// The history of one row, asked for when its drawer is open.
import { HistoryButton, HistoryLines } from "./History";
import { useHistory } from "./queries";

export function RecordHistory({ id }: { id: string }) {
  return <HistoryButton><Lines id={id} /></HistoryButton>;
}

function Lines({ id }: { id: string }) {
  const { lines, onRestore } = useHistory(id);
  return <HistoryLines lines={lines} onRestore={onRestore} />;
}
