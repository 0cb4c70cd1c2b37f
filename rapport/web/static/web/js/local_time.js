/* Shows moments in the person's own zone and language. */
const STYLES = {
  date: { dateStyle: "long" },
  day: { weekday: "short", day: "numeric", month: "short" },
  time: { timeStyle: "short" },
  datetime: { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
};
const { lang, dataset } = document.documentElement;
// The page's language, in the regional form the device prefers: 16:00 or 4 p.m.
const locale = navigator.languages.find((tag) => tag.split("-")[0] === lang) ?? (lang || undefined);

function show(element) {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.valueOf())) return;
  const style = STYLES[element.dataset.local] ?? STYLES.datetime;
  const options = { ...style, timeZone: dataset.zone || undefined };
  element.textContent = new Intl.DateTimeFormat(locale, options).format(moment);
}

for (const element of document.querySelectorAll("time[data-local]")) show(element);
