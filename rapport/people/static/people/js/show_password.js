/* A button behind each password field shows what was typed. */
for (const input of document.querySelectorAll("input[type=password]")) {
  const words = document.querySelector("[data-show-password]")?.dataset;
  if (!words) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = words.showPassword;
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
    button.textContent = shown ? words.hidePassword : words.showPassword;
  });
  input.form?.addEventListener("submit", () => { input.type = "password"; });
  input.after(button);
}
