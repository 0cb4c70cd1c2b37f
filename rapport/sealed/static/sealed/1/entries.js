// Handing an entry of the log to the server; it counts, or waits for the others' approval.

import { hex, text } from "./encoding.js";
import { mapped } from "./log-entry.js";
import { ServerSaysNo, post } from "./server.js";
import { spaceUrl } from "./page.js";

// Resolves with the people who must still approve. Somebody may have been quicker: then hers counts.
export async function sendEntry(sid, { data, signature, grants = {} }) {
  const body = { entry: text(data), signature: hex(signature), grants: mapped(grants, hex) };
  try {
    return (await post(spaceUrl(sid, "log"), body))?.waiting ?? [];
  } catch (error) {
    if (error instanceof ServerSaysNo && error.status === 409) return [];
    throw error;
  }
}
