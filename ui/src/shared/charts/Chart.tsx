// ECharts, wrapped once: only the parts we draw with are imported. A chart gets a finished option and
// a size in pixels; it is drawing only (aria-hidden), what can be read or pressed lies over or beside it.
import { CustomChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, type EChartsType, init, use as register } from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

register([CustomChart, LineChart, GridComponent, SVGRenderer, CanvasRenderer]);

type Size = { width: number; height: number };

export function Chart({ option, width, height }: { option: EChartsCoreOption } & Size) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);

  useEffect(() => {
    if (!host.current) return;
    const made = init(host.current, null, { renderer: "svg", width: 1, height: 1 });
    chart.current = made;
    return () => {
      chart.current = null;
      made.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.resize({ width, height });
    chart.current?.setOption(option, { notMerge: true });
  }, [option, width, height]);

  return <div ref={host} aria-hidden style={{ width, height }} />;
}

/** The same drawing as a standalone SVG document; needs no DOM. */
export function svgOf(option: EChartsCoreOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The same drawing as PNG bytes, at twice the size for sharp print. */
export function pngOf(option: EChartsCoreOption, { width, height }: Size): Uint8Array {
  const chart = init(document.createElement("div"), null, { renderer: "canvas", width, height });
  try {
    chart.setOption(option);
    const url = chart.getDataURL({ type: "png", pixelRatio: 2 });
    return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (char) => char.charCodeAt(0));
  } finally {
    chart.dispose();
  }
}
