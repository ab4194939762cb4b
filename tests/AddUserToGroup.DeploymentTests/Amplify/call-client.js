// Calls the mutation with the client's code against an API that gives one prepared response. Prints the authorization
// that was sent and the client's result. Arguments: the client's file, the response.
import { pathToFileURL } from "node:url";
import { Amplify } from "aws-amplify";
import { generateClient } from "aws-amplify/data";

const [client, response] = process.argv.slice(2);

let authorization = null;
globalThis.fetch = async (_url, init) => {
  authorization = new Headers(init.headers).get("authorization");
  return new Response(response, { headers: { "content-type": "application/json" } });
};

const token = { payload: {}, toString: () => "the user's token" };
Amplify.configure(
  {
    Auth: { Cognito: { userPoolId: "us-east-1_AbCdEf123", userPoolClientId: "client" } },
    API: { GraphQL: { endpoint: "https://api.invalid/graphql", region: "us-east-1", defaultAuthMode: "iam" } },
  },
  { Auth: { tokenProvider: { getTokens: async () => ({ accessToken: token, idToken: token }) } } },
);

const { addUserToGroup } = await import(pathToFileURL(client));
const result = await addUserToGroup(generateClient(), { userId: "ann@example.com", groupName: "EDITORS" });
console.log(JSON.stringify({ authorization, result }));
