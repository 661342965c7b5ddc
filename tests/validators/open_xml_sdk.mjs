// Says as JSON what the Open XML SDK finds wrong with each of the files named: {file: [error, …]}.
import { readFileSync } from "node:fs";
import validate from "@ooxml-tools/validate";

const said = {};
for (const file of process.argv.slice(2)) {
  said[file] = await validate(new Uint8Array(readFileSync(file)), "docx", "Microsoft365");
}
process.stdout.write(JSON.stringify(said), () => process.exit(0));
