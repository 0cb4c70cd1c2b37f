// Shows the fields that belong to what is put on the shelf; a file is asked for only where it is one.

const form = document.querySelector("[data-shelf-form]");

function show() {
  const kind = form.querySelector("[name=kind]:checked")?.value ?? "link";
  for (const part of form.querySelectorAll("[data-shelf-for]")) {
    part.hidden = !part.dataset.shelfFor.split(" ").includes(kind);
    const file = part.querySelector("input[type=file]");
    if (!file) continue;
    file.required = !part.hidden;
    if (part.hidden) file.value = "";
  }
}

form?.addEventListener("change", show);
form?.addEventListener("reset", () => queueMicrotask(show));
if (form) show();
