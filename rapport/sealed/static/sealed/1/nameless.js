// Words never leave under a name of their own; radios get a group that only this page knows.

export function hideNames(root, form) {
  const groups = new Map();
  for (const input of root.querySelectorAll("[data-word]")) {
    input.removeAttribute("name");
    if (input.type !== "radio") continue;
    const { word } = input.dataset;
    if (!groups.has(word)) groups.set(word, `sealed-${crypto.randomUUID()}`);
    input.name = groups.get(word);
  }
  form?.addEventListener("formdata", ({ formData }) => {
    for (const name of groups.values()) formData.delete(name);
  });
}
