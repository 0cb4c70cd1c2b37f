// The small door for other modules of the product: import from here and from nowhere else.

export { isUnlocked, onLock, onUnlock } from "./session.js";
export { openRecord } from "./records.js";
export { sentence } from "./page.js";
