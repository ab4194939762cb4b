// The handler of the Amplify documentation page "With admin actions", unchanged: one client for each process, no checks, and
// the SDK's response as the result.
import { AdminAddUserToGroupCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

const client = new CognitoIdentityProviderClient();

export const handler = async (event) => {
  const { userId, groupName } = event.arguments;
  const command = new AdminAddUserToGroupCommand({
    Username: userId,
    GroupName: groupName,
    UserPoolId: process.env.USER_POOL_ID,
  });
  return client.send(command);
};
