"use strict";

// How cognito-local keeps its data, mended in three places. stormdb, its database, is one JSON document a file.
const fs = require("node:fs");
const StormDB = require("stormdb");

// cognito-local answers when it has written a change to its file, but in place: killed in between, it would leave half a
// file, or an empty one, and with it lose all that it had acknowledged before. A file that is renamed is there or not.
StormDB.localFileEngine.prototype.write = async function (data) {
  fs.writeFileSync(`${this.path}.new`, JSON.stringify(data, null, 2));
  fs.renameSync(`${this.path}.new`, this.path);
};

// It takes every member whose name ends in "Date" for a date, groups of such a name included.
StormDB.localFileEngine.prototype.read = function () {
  return JSON.parse(fs.readFileSync(this.path, "utf8"), (key, value) =>
    key.endsWith("Date") && typeof value === "string" ? new Date(value) : value,
  );
};

// In an ordinary object there is a user, a group and a client named "constructor", and "__proto__" cannot be added.
const { default: fill } = StormDB.prototype;
StormDB.prototype.default = function (values) {
  fill.call(this, values);
  const maps = "Clients" in this.state ? ["Clients"] : "Users" in this.state ? ["Users", "Groups"] : [];
  for (const map of maps) {
    this.state[map] = Object.assign(Object.create(null), this.state[map]);
  }
  return this;
};
