/* Says on every page of hers that something she wrote offline waits in this browser, and where. */
const template = document.querySelector("template[data-not-sent-of]");
const marks = JSON.parse(localStorage.getItem("sealed-waiting") ?? "{}");
const hers = Object.values(marks[template?.dataset.notSentOf] ?? {});
const elsewhere = hers.filter((address) => address !== location.pathname + location.search);

if (elsewhere.length > 0) {
  const note = template.content.cloneNode(true);
  note.querySelector("a").href = elsewhere[0];
  document.querySelector(".messages")?.append(note);
}
