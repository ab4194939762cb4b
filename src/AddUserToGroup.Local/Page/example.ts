import { Amplify } from "aws-amplify";
import { generateClient } from "aws-amplify/api";
import { addUserToGroup } from "./addUserToGroup";
import { sentence } from "./sentences";

// For a user pool and an API that Amplify did not create.
Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: "eu-west-1_AbCdEf123",
      userPoolClientId: "1example23456789",
      // Only for the local stack: userPoolEndpoint: "http://127.0.0.1:8491",
    },
  },
  API: {
    GraphQL: {
      endpoint: "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql",
      region: "eu-west-1",
      defaultAuthMode: "userPool",
    },
  },
});

/** Adds a user to a group and returns the text for the person at the screen. */
export async function add(userId: string, groupName: string): Promise<string> {
  const membership = { userId, groupName };
  const result = await addUserToGroup(generateClient(), membership);
  return result.ok ? "Added." : sentence(result, membership);
}
