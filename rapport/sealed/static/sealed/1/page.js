// What the server tells every page: who is signed in, where to ask, and our sentences.

const element = document.getElementById("sealed-page");
const page = element ? JSON.parse(element.textContent) : { sentences: {}, urls: {} };

export const person = page.person;
export const token = page.token;
export const hasKeys = page.has_keys;
export const kinds = page.kinds ?? [];
export const pending = page.pending;
export const codeMadeOn = page.code_made_on;
export const urls = page.urls;

// A sentence by name; `{who}` in it is replaced by values.who.
export function sentence(name, values = {}) {
  const text = page.sentences[name] ?? page.sentences.unexpected ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

export const spaceUrl = (sid, end) => `${urls.spaces}${sid}/${end}`;

// A day such as 2026-03-03 in the page's own language.
export function day(date) {
  const how = { dateStyle: "long", timeZone: "UTC" };
  return new Intl.DateTimeFormat(document.documentElement.lang || "en", how).format(new Date(date));
}

export function make(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
