// The page inside an export: everything in order, readable without a program and without us.

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const plain = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

// `items` is a list of {title, by, at, words, files}; `title` heads the page; `agreements` are
// {title, by, paths}.
export function exportPage(title, lead, items, agreements) {
  return [
    `<!doctype html><html><head><meta charset="utf-8"><title>${plain(title)}</title></head><body>`,
    `<h1>${plain(title)}</h1><p>${plain(lead)}</p>`,
    ...agreements.map(agreed),
    ...items.map(section),
    "</body></html>",
  ].join("\n");
}

function agreed({ title, by, paths }) {
  const links = paths.map((path) => `<li><a href="${plain(encodeURI(path))}">${plain(path)}</a></li>`);
  return `<article><h2>${plain(title)}</h2><p>${plain(by)}</p><ul>${links.join("")}</ul></article>`;
}

function section({ title, by, at, words, files }) {
  const lines = Object.entries(words).map(
    ([name, value]) => `<dt>${plain(name)}</dt><dd>${shown(value)}</dd>`,
  );
  const links = files.map(
    ({ path, name }) => `<li><a href="${plain(encodeURI(path))}">${plain(name)}</a></li>`,
  );
  return [
    `<article><h2>${plain(title)}</h2><p>${plain(by)}, ${plain(at)}</p>`,
    `<dl>${lines.join("")}</dl>`,
    links.length > 0 ? `<ul>${links.join("")}</ul>` : "",
    "</article>",
  ].join("");
}

function shown(value) {
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${shown(one)}</li>`).join("")}</ul>`;
  if (typeof value === "object") return Object.values(value).map(shown).join(" · ");
  return plain(value).replaceAll("\n", "<br>");
}
