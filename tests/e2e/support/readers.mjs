// Other programs that read what the page wrote.

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { outFile } from "./out.mjs";

const root = new URL("../../../", import.meta.url);
const golden = (name) => fileURLToPath(new URL(`tests/golden/${name}`, root));

/**
 * Has JavaScript, and Python where there is one, cut every quote out of the file's texts by the offsets in each unit,
 * and compares the table if there is one.
 */
export async function checkOffsets(browserName, project, table) {
  const file = await outFile(browserName, "offsets.attest.json");
  await writeFile(file, project.bytes);
  run(process.execPath, [golden("check_offsets.mjs"), file]);
  const paths = [file];
  if (table) {
    paths.push(await outFile(browserName, "offsets.mentions.csv"));
    await writeFile(paths[1], table.bytes);
  }
  const python = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (python) run(python, [golden("check_offsets.py"), ...paths]);
}

/** Fails if the file is not as the published JSON Schema says. */
export async function checkSchema(project) {
  const schema = JSON.parse(await readFile(new URL("static/schema/attest-project-3.schema.json", root), "utf8"));
  const labels = JSON.parse(await readFile(new URL("static/schema/attest-schema-2.schema.json", root), "utf8"));
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, schemas: [labels] });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  if (!validate(JSON.parse(project.text))) throw new Error(ajv.errorsText(validate.errors, { separator: "\n" }));
}

function run(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args[0]} finds differences:\n${stdout}${stderr}`);
}
