import { generateClient } from "aws-amplify/data";
import type { Schema } from "../amplify/data/resource";

const client = generateClient<Schema>();

/** Throws an Error whose name is one of the types in the root README under "Errors". */
export async function addUserToGroup(userId: string, groupName: string): Promise<void> {
  const { errors } = await client.mutations.addUserToGroup({ userId, groupName }, { authMode: "userPool" });
  const [error] = errors ?? [];
  if (error) {
    // The function's messages start with the type, `UserNotFound: …`. AppSync's own refusals have it beside them.
    const type = /^(\w+): /.exec(error.message)?.[1] ?? error.errorType;
    throw Object.assign(new Error(error.message), { name: type });
  }
}
