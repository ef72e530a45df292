// The second entry: one file without network or IPC. The CLI inlines a journey as JSON; the same
// chart, list and exports draw it. Shape of the data: { lang, zone, currency, journey }.
import "@mantine/core/styles.layer.css";
import "./app/global.css";
import { MantineProvider } from "@mantine/core";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { i18n, speak } from "./app/i18n";
import { cssVariablesResolver, theme } from "./app/theme";
import { Report, type ReportData } from "./features/journeys/Report";
import { languages } from "./shared/format/languages";
import { pressKey } from "./shared/keys/actions";

function isReport(value: unknown): value is ReportData {
  return typeof value === "object" && value !== null && "journey" in value && typeof value.journey === "object" && value.journey !== null && "zone" in value;
}

function readData(): ReportData | null {
  try {
    const data: unknown = JSON.parse(document.getElementById("touchline-data")?.textContent ?? "");
    return isReport(data) ? data : null;
  } catch {
    return null;
  }
}

function Page({ data }: { data: ReportData | null }) {
  useEffect(() => {
    document.addEventListener("keydown", pressKey);
    return () => document.removeEventListener("keydown", pressKey);
  }, []);
  return (
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
          <Report data={data} />
        </MantineProvider>
      </I18nextProvider>
    </StrictMode>
  );
}

const data = readData();
speak(languages.find((lang) => lang === data?.lang) ?? "en");
document.body.style.overflow = "auto";
const root = document.getElementById("root");
if (root) createRoot(root).render(<Page data={data} />);
