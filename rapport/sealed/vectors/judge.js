// Node's verdicts: `node --experimental-default-type=module judge.js` writes {name: verdict}.

import { readFile } from "node:fs/promises";
import { stdout } from "node:process";
import { verdict } from "./checks.js";

const file = new URL("./ssp1.json", import.meta.url);
const { cases } = JSON.parse(await readFile(file, "utf8"));
const verdicts = {};
for (const one of cases) verdicts[one.name] = await verdict(one);
stdout.write(JSON.stringify(verdicts));
