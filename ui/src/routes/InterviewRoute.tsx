// /interviews/$id: hands the id of the address to the sheet.
import { useParams } from "@tanstack/react-router";
import { SheetPage } from "../features/interviews/SheetPage";

export function InterviewRoute() {
  const { id } = useParams({ from: "/interviews/$id" });
  return <SheetPage key={id} id={id} />;
}
