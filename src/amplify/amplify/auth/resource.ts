import { defineAuth } from "@aws-amplify/backend";
import { addUserToGroup } from "../data/add-user-to-group/resource";

export const auth = defineAuth({
  loginWith: { email: true },
  // ADMINS, and the groups that are to be handed out: for a name that is not here the mutation answers GroupNotFound.
  groups: ["ADMINS", "EDITORS"],
  access: (allow) => [allow.resource(addUserToGroup).to(["addUserToGroup"])],
});
