// Calls the mutation with the client's code against an API that gives one prepared response. Prints the
// authorization that was sent, if a request was made, and the client's result.
// Arguments: the client's file, the model introspection of the synthesized backend, its default mode, the answer.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Amplify } from "aws-amplify";
import { generateClient } from "aws-amplify/data";

const [client, introspection, defaultMode, answer] = process.argv.slice(2);

let authorization = null;
globalThis.fetch = async (_url, init) => {
  authorization = new Headers(init.headers).get("authorization");
  return new Response(answer, { headers: { "content-type": "application/json" } });
};

const token = { payload: {}, toString: () => "the user's token" };
Amplify.configure(
  {
    version: "1.4",
    auth: { aws_region: "us-east-1", user_pool_id: "us-east-1_AbCdEf123", user_pool_client_id: "client" },
    data: {
      aws_region: "us-east-1",
      url: "https://api.invalid/graphql",
      default_authorization_type: defaultMode,
      authorization_types: ["AMAZON_COGNITO_USER_POOLS", "AWS_IAM"],
      model_introspection: JSON.parse(readFileSync(introspection, "utf8")),
    },
  },
  { Auth: { tokenProvider: { getTokens: async () => ({ accessToken: token, idToken: token }) } } },
);

const { addUserToGroup } = await import(pathToFileURL(client));
const result = await addUserToGroup(generateClient(), { userId: "ann@example.com", groupName: "EDITORS" });
console.log(JSON.stringify({ authorization, result }));
