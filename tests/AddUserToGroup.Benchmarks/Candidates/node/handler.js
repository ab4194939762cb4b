// The handler of the Amplify documentation's page "With admin actions", as it stands there: one client for the life of
// the process, no checks, the SDK's response returned as it is.
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
