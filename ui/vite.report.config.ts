// The report page as ONE file, dist-report/report.html: scripts and styles inlined, nothing fetched.
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

function inlined(): Plugin {
  return {
    name: "touchline-inline",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = Object.values(bundle).find((file) => file.type === "asset" && file.fileName.endsWith(".html"));
      if (page?.type !== "asset" || typeof page.source !== "string") this.error("report.html is missing");
      let html = page.source;
      for (const [name, file] of Object.entries(bundle)) {
        if (file === page) continue;
        const mentioned = new RegExp(`[ \\t]*<(script|link)[^>]*(src|href)="[^"]*${file.fileName.replaceAll(".", "\\.")}"[^>]*>(</script>)?\\n?`);
        const tag =
          file.type === "chunk"
            ? `<script type="module">${file.code.replaceAll("</script", "<\\/script")}</script>`
            : `<style>${String(file.source).replaceAll("</style", "<\\/style")}</style>`;
        if (!mentioned.test(html)) this.error(`${name} would not be inlined`);
        html = html.replace(mentioned, "");
        const end = file.type === "chunk" ? "</body>" : "</head>";
        const at = html.lastIndexOf(end);
        html = `${html.slice(0, at)}${tag}\n${html.slice(at)}`;
        Reflect.deleteProperty(bundle, name);
      }
      page.source = html;
    },
  };
}

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [react(), inlined()],
  build: {
    outDir: "dist-report",
    emptyOutDir: true,
    target: "safari16",
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 3000,
    rolldownOptions: { input: "report.html", output: { codeSplitting: false } },
  },
});
