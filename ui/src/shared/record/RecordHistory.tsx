// The history of one row, asked for when its drawer is open.
import { ErrorNote } from "../ui/ErrorNote";
import { HistoryButton, HistoryLines } from "./History";
import { useHistory } from "./queries";

export function RecordHistory({ id }: { id: string }) {
  return <HistoryButton><Lines id={id} /></HistoryButton>;
}

function Lines({ id }: { id: string }) {
  const { lines, error, onRestore } = useHistory(id);
  return lines === undefined && error !== null ? <ErrorNote error={error} /> : <HistoryLines lines={lines} onRestore={onRestore} />;
}
