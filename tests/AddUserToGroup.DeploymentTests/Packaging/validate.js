// Complains about what CycloneDX's schema does not allow, in the file that is named.
const { readFileSync } = require("node:fs");
const { Validation } = require("@cyclonedx/cyclonedx-library");

new Validation.JsonStrictValidator("1.6").validate(readFileSync(process.argv[2], "utf8")).then((errors) => {
  if (errors) {
    console.error(JSON.stringify(errors, null, 2));
    process.exitCode = 1;
  }
});
