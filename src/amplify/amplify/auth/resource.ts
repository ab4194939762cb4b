import { defineAuth } from "@aws-amplify/backend";
import { addUserToGroup } from "../data/add-user-to-group/resource";

export const auth = defineAuth({
  loginWith: { email: true },
  // The mutation responds with GroupNotFound for a group that is not here.
  groups: ["ADMINS", "EDITORS"],
  access: (allow) => [allow.resource(addUserToGroup).to(["addUserToGroup"])],
});
