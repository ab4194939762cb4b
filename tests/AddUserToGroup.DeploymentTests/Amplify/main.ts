import { generateClient } from "aws-amplify/data";
import type { Schema } from "../amplify/data/resource";
import { addUserToGroup } from "./addUserToGroup";

const client = generateClient<Schema>();

export const addEditor = (userId: string) => addUserToGroup(client, { userId, groupName: "EDITORS" });
