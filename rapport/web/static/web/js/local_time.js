/* Shows moments in the person's own zone and language. */
const STYLES = {
  date: { dateStyle: "long" },
  day: { weekday: "short", day: "numeric", month: "short" },
  time: { timeStyle: "short" },
  datetime: { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
};
const { lang, dataset } = document.documentElement;

function show(element) {
  const moment = new Date(element.dateTime);
  if (Number.isNaN(moment.valueOf())) return;
  const style = STYLES[element.dataset.local] ?? STYLES.datetime;
  const options = { ...style, timeZone: dataset.zone || undefined };
  element.textContent = new Intl.DateTimeFormat(lang || undefined, options).format(moment);
}

for (const element of document.querySelectorAll("time[data-local]")) show(element);
