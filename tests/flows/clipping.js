/* Text that is cut off or sticks out, and a page that is wider than its window. What scrolls on
   purpose, and what only screen readers are meant to find, is no fault. */
() => {
  const edge = window.innerWidth + 1;
  const width = document.documentElement.scrollWidth;
  const faults = width > edge ? [`page is ${width} wide`] : [];

  function isInScroller(element) {
    for (let each = element; each; each = each.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(each).overflowX)) return true;
    }
    return false;
  }

  function hasWords(element) {
    return [...element.childNodes].some((each) => each.nodeType === 3 && each.textContent.trim());
  }

  function isClippedAway(element) {
    for (let each = element; each; each = each.parentElement) {
      if (getComputedStyle(each).clipPath !== "none") return true;
    }
    return false;
  }

  function isMeantToBeSeen(element) {
    const isPut = element.closest(".skip, svg") || isClippedAway(element);
    return element.checkVisibility() && !isPut && !isInScroller(element);
  }

  function faultOf(element) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isTooSmall = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
    if (box.right > edge || box.left < -1) return "beyond the edge";
    if (!isTooSmall || style.textOverflow === "ellipsis") return "";
    if (style.overflowX !== "visible") return "cut";
    return element.closest("button, .button") ? "sticks out" : "";
  }

  for (const element of document.querySelectorAll("body *")) {
    if (!hasWords(element) || !isMeantToBeSeen(element)) continue;
    const fault = faultOf(element);
    const words = element.textContent.trim().slice(0, 40);
    if (fault) faults.push(`${fault}: ${element.tagName}.${element.className}: ${words}`);
  }
  return faults;
}
