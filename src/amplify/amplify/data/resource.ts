import { a, defineData, type ClientSchema } from "@aws-amplify/backend";
import { addUserToGroup } from "./add-user-to-group/resource";

const schema = a.schema({
  // A placeholder for your models and queries. Without any there is no type Query, and AppSync rejects the schema.
  Todo: a.model({ content: a.string() }).authorization((allow) => [allow.owner()]),

  AddUserToGroupResult: a.customType({
    userId: a.string().required(),
    groupName: a.string().required(),
  }),
  addUserToGroup: a
    .mutation()
    .arguments({
      userId: a.string().required(),
      groupName: a.string().required(),
    })
    .returns(a.ref("AddUserToGroupResult"))
    .authorization((allow) => [allow.group("ADMINS")])
    .handler(a.handler.function(addUserToGroup)),
});

export type Schema = ClientSchema<typeof schema>;

export const data = defineData({
  schema,
  authorizationModes: { defaultAuthorizationMode: "userPool" },
});
