// Filters findings and moves between them; without it everything is shown.
"use strict";
(() => {
  const findings = [...document.querySelectorAll("article.finding")];
  const form = document.getElementById("filter");
  const count = document.getElementById("count");
  const texts = new Map();

  const textOf = (finding) => {
    const known = texts.get(finding) ?? finding.textContent.toLowerCase();
    texts.set(finding, known);
    return known;
  };

  const chosen = (name) =>
    new Set([...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value));

  function filter() {
    const severities = chosen("severity");
    const kinds = chosen("kind");
    const subject = form.elements.subject.value;
    const words = form.elements.words.value.toLowerCase().split(/\s+/u).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const { severity, kind, subject: own } = finding.dataset;
      const fits =
        severities.has(severity) &&
        kinds.has(kind) &&
        (subject === "" || own === subject) &&
        words.every((word) => textOf(finding).includes(word));
      finding.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const list of document.querySelectorAll(".findings")) {
      const isEmpty = list.querySelector("article.finding:not([hidden])") === null;
      list.classList.toggle("empty", isEmpty && list.querySelector("article.finding") !== null);
    }
    count.textContent =
      shown === findings.length
        ? `共 ${shown} 个问题`
        : `按筛选显示 ${shown} 个，共 ${findings.length} 个问题`;
  }

  if (form !== null) {
    let waiting = 0;
    form.hidden = false;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120);
    });
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      filter();
    });
    filter();
  }

  // One stop for the Tab key; the arrow keys move from finding to finding.
  const shownFindings = () => findings.filter((finding) => !finding.hidden);
  const focusable = (finding) => {
    for (const other of findings) other.tabIndex = other === finding ? 0 : -1;
  };
  if (findings.length > 0) focusable(findings[0]);
  document.addEventListener("focusin", ({ target }) => {
    if (findings.includes(target)) focusable(target);
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (!findings.includes(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = shownFindings();
    const at = all.indexOf(target);
    const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = all[places[key]];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "start" });
  });

  // Paper cannot be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });
})();
