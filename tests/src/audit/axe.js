// Runs axe over the whole page; hands back what is serious or critical as [{ id, impact, nodes: [where and why] }].
const done = arguments[arguments.length - 1];
window.axe
  .run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
  .then(({ violations }) => {
    const grave = violations.filter((v) => v.impact === "serious" || v.impact === "critical");
    const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
    done(grave.map(({ id, impact, nodes }) => ({
      id, impact, nodes: nodes.slice(0, 5).map((node) => `${node.html.slice(0, 160)} — ${why(node)}`),
    })));
  })
  .catch((error) => done([{ id: `axe failed: ${error}`, impact: "critical", nodes: [] }]));
