import { defineAuth } from "@aws-amplify/backend";

export const auth = defineAuth({
  loginWith: { email: true },
  // Beside ADMINS the groups that may be handed out: where there is none, the mutation answers GroupNotFound.
  groups: ["ADMINS", "EDITORS"],
});
