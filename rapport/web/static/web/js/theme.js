/* Light, dark or as the system says, for this device: a cookie, so that the server paints it. */
const YEAR = 60 * 60 * 24 * 365;
const buttons = document.querySelectorAll("button[data-theme-choice]");

function chosen() {
  return document.documentElement.dataset.theme ?? "system";
}

function mark() {
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosen()));
  }
}

function choose(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  mark();
}

for (const button of buttons) {
  button.addEventListener("click", () => choose(button.dataset.themeChoice));
  button.closest("[data-themes]").hidden = false;
}
mark();
