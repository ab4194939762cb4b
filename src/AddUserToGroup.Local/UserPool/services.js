"use strict";

// cognito-local's services without its server, its files and its Lambda triggers: the pool lives in memory.
const { CognitoServiceImpl } = require("cognito-local/lib/services/cognitoService");
const { UserPoolServiceFactoryImpl, UserPoolServiceImpl, attributeValue } = require("cognito-local/lib/services/userPoolService");

// In seconds, as Cognito writes dates.
const clock = { get: () => Math.floor(Date.now() / 1000) };
// Its log would hold passwords.
const context = { logger: new Proxy({}, { get: () => () => {} }) };

/** @param settings Those of UserPoolSettings.cs. */
exports.createServices = async ({ issuerDomain, pool, client, authenticatorApps }) => {
  const clients = new Store();
  const stores = { create: async (_context, _id, { Options }) => new Store({ Options }) };
  const cognito = new CognitoServiceImpl("", clients, {}, new UserPoolServiceFactoryImpl(clock, stores));
  cognito.userPools = [];
  await cognito.createUserPool(context, pool);
  await clients.set(context, ["Clients", client.ClientId], client);
  return { authenticatorApps, clock, cognito, context, issuerDomain };
};

// Maps without a prototype: otherwise there would be a user, a group and a client named "constructor".
class Store {
  #maps;

  constructor(more) {
    this.#maps = { Clients: Object.create(null), Groups: Object.create(null), Users: Object.create(null), ...more };
  }

  async get(_context, key, otherwise = null) {
    return [key].flat().reduce((value, name) => value[name], this.#maps) ?? otherwise;
  }

  async set(_context, key, value) {
    const [name, ...path] = [key].flat().reverse();
    path.reduceRight((map, each) => map[each], this.#maps)[name] = value;
  }

  async delete(_context, [map, name]) {
    delete this.#maps[map][name];
  }
}

// Cognito compares names and addresses in any case; cognito-local does not.
UserPoolServiceImpl.prototype.getUserByUsername = async function (context, name) {
  const wanted = String(name).toLowerCase();
  const users = Object.values(await this.dataStore.get(context, "Users"));
  return users.find((user) => [user.Username, attributeValue("email", user.Attributes)].some((each) => each?.toLowerCase() === wanted)) ?? null;
};
