(() => {
  "use strict";
  const every = [...document.querySelectorAll("#changes li[id]")];
  const shown = () => every.filter((change) => change.offsetParent !== null);
  const counter = document.getElementById("at");
  let current = null;

  function count() {
    const list = shown();
    counter.textContent = `${list.indexOf(current) + 1}/${list.length}`;
  }

  function mark(change) {
    document.querySelectorAll(".now").forEach((element) => element.classList.remove("now"));
    current = change;
    change.classList.add("now");
    count();
  }

  function show(change) {
    mark(change);
    change.scrollIntoView({ block: "nearest" });
    const link = change.querySelector("a[href^='#']");
    const row = link && document.getElementById(link.hash.slice(1));
    if (!row) return;
    for (let around = row; around; around = around.parentElement) {
      if (around.tagName === "DETAILS") around.open = true;
    }
    row.classList.add("now");
    row.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const from = every.indexOf(current);
    const behind = list.filter((change) => every.indexOf(change) > from);
    const before = list.filter((change) => every.indexOf(change) < from);
    show(by > 0 ? behind[0] || list[0] : before[before.length - 1] || list[list.length - 1]);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "n" || event.key === "j") step(1);
    if (event.key === "p" || event.key === "k") step(-1);
  });
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.querySelectorAll(".filter").forEach((box) => box.addEventListener("change", count));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const change = link.closest("#changes li");
    const row = document.getElementById(link.hash.slice(1));
    if (change) {
      event.preventDefault();
      show(change);
    } else if (row && row.closest("details")) {
      row.closest("details").open = true;
    }
  });
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details.pair").forEach((element) => { element.open = true; });
  });
  count();
})();
