// /deals/$id: hands the id of the address to the page, and lends it what follows the yes; another id is
// another page.
import { useParams } from "@tanstack/react-router";
import { Gone } from "../features/bin/Gone";
import { DealCash } from "../features/cash/DealCash";
import { DealHolding } from "../features/holding/DealHolding";
import { DealScore } from "../features/scoring/DealScore";
import { DealPage } from "../features/pipeline/DealPage";

export function DealRoute() {
  const { id } = useParams({ from: "/deals/$id" });
  return <DealPage key={id} id={id} cash={(deal) => <><DealHolding deal={deal} /><DealCash deal={deal} /></>} score={(deal) => <DealScore deal={deal} />} absent={(error) => <Gone id={id} error={error} />} />;
}
