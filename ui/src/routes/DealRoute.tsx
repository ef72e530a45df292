// /deals/$id: hands the id of the address to the page; another id is another page.
import { useParams } from "@tanstack/react-router";
import { Gone } from "../features/bin/Gone";
import { DealPage } from "../features/pipeline/DealPage";

export function DealRoute() {
  const { id } = useParams({ from: "/deals/$id" });
  return <DealPage key={id} id={id} absent={(error) => <Gone id={id} error={error} />} />;
}
