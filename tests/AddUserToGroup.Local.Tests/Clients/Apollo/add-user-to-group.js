// Calls the mutation as a front end with Apollo Client does. Arguments: the API's URL, a user, groups; TOKEN is the caller's.
// Prints a line for each group: the data that comes back, and the errors as GraphQL has them.
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { createAuthLink } from "aws-appsync-auth-link";

const [url, userId, ...groupNames] = process.argv.slice(2);
const auth = { type: "AMAZON_COGNITO_USER_POOLS", jwtToken: async () => process.env.TOKEN };
const client = new ApolloClient({
  link: ApolloLink.from([createAuthLink({ url, region: "us-east-1", auth }), new HttpLink({ uri: url })]),
  cache: new InMemoryCache(),
});
const mutation = gql`
  mutation AddUserToGroup($userId: String!, $groupName: String!) {
    addUserToGroup(userId: $userId, groupName: $groupName) {
      userId
      groupName
    }
  }
`;

for (const groupName of groupNames) {
  const { data, error } = await client.mutate({ mutation, variables: { userId, groupName }, errorPolicy: "all" });
  if (error && !CombinedGraphQLErrors.is(error)) {
    throw error;
  }
  console.log(JSON.stringify({ data, errors: error?.errors }));
}
