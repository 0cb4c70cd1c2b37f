/* The address of an organisation follows its name, until somebody writes an address herself. */
function slugOf(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 63);
}

for (const name of document.querySelectorAll("[data-slug-of]")) {
  const slug = document.getElementById(name.dataset.slugOf);
  let follows = slug.value === "";
  slug.addEventListener("input", () => { follows = slug.value === ""; });
  name.addEventListener("input", () => { if (follows) slug.value = slugOf(name.value); });
}
