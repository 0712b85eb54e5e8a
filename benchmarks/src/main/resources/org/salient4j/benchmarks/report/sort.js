// Makes the column heads of sortable tables buttons. Rows without a value stay last.
"use strict";
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const body = table.tBodies[0];
  const text = (row, column) => {
    const cell = row.cells[column].cloneNode(true);
    cell.querySelectorAll("small, .sign").forEach(part => part.remove());
    return cell.textContent.trim();
  };
  const number = words => {
    const found = words.replace("\u2212", "-").match(/-?\d+(\.\d+)?/);
    return found ? Number(found[0]) : NaN;
  };
  const sort = (column, down) => {
    const numeric = heads[column].classList.contains("number");
    const keys = new Map([...body.rows].map(row => {
      const words = text(row, column);
      return [row, numeric ? number(words) : words];
    }));
    const missing = key => key === "" || Number.isNaN(key);
    const compare = (a, b) => {
      const x = keys.get(a), y = keys.get(b);
      if (missing(x) || missing(y)) return missing(x) - missing(y);
      const order = numeric ? x - y : x.localeCompare(y, "en", { numeric: true });
      return down ? -order : order;
    };
    [...body.rows].sort(compare).forEach(row => body.append(row));
    heads.forEach(head => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  };
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      sort(column, now ? now === "ascending" : head.classList.contains("number"));
    });
  });
}
