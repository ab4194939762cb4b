using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Commands;

/// <summary>The addresses, users and commands that the stack prints when it is ready.</summary>
internal static class ReadyMessage
{
    private const string Aws = "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws --region us-east-1";

    public static string For(LocalStack stack) =>
        $$$"""

        Ready. Ctrl-C ends everything.

          Page       {{{stack.Page}}}
          GraphQL    {{{stack.GraphQL}}}  (in a browser: an explorer with the administrator's token)
          Lambda     {{{stack.Lambda}}}
          User pool  {{{stack.UserPool.Endpoint}}}  (pool {{{stack.UserPool.Id}}}, app client {{{stack.UserPool.ClientId}}})

          Users      {{{SampleUsers.Administrator}}} (in {{{SampleUsers.AdministratorsGroup}}}), {{{SampleUsers.Ann}}}, {{{SampleUsers.Ben}}}
          Password   {{{SampleUsers.Password}}}
          Invited    {{{SampleUsers.Invited}}}, who has to set a password (temporary: {{{SampleUsers.TemporaryPassword}}})
          With TOTP  {{{SampleUsers.WithTotp}}} (secret for an authenticator app: {{{SampleUsers.TotpSecret}}})
          Groups     {{{string.Join(", ", SampleUsers.Groups)}}}

        To copy into a POSIX shell (on Windows: Git Bash), from the root of the repository:

        # Sign the administrator in
        TOKEN=$(curl -s {{{stack.UserPool.Endpoint}}} \
          -H 'Content-Type: application/x-amz-json-1.1' \
          -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' \
          -d '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"{{{stack.UserPool.ClientId}}}","AuthParameters":{"USERNAME":"{{{SampleUsers.Administrator}}}","PASSWORD":"{{{SampleUsers.Password}}}"}}' |
          node -pe 'JSON.parse(fs.readFileSync(0)).AuthenticationResult.AccessToken')

        # Call the mutation; AppSync takes the token bare, without "Bearer"
        curl -sw '\n' {{{stack.GraphQL}}} -H "Authorization: $TOKEN" -H 'Content-Type: application/json' \
          -d '{"query":"mutation { addUserToGroup(userId: \"{{{SampleUsers.Ann}}}\", groupName: \"EDITORS\") { userId groupName } }"}'

        # See who is in the group
        {{{Aws}}} cognito-idp list-users-in-group \
          --endpoint-url {{{stack.UserPool.Endpoint}}} --user-pool-id {{{stack.UserPool.Id}}} --group-name EDITORS

        # Invoke the function by itself
        {{{Aws}}} lambda invoke --endpoint-url {{{stack.Lambda}}} \
          --function-name AddUserToGroup --payload fileb://tests/events/allowed.json answer.json && cat answer.json && rm answer.json && echo

        """;
}
