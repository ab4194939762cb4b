namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>Every right that the stack grants, in full. Whoever changes one changes it here as well.</summary>
internal static class RoleChecks
{
    public static void FunctionRole(DeployedFiles files, Mode mode) => Expect.Json(
        $$"""
        {
          "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
              { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }
            ]
          },
          "Policies": [
            {
              "PolicyName": "AddUserToGroup",
              "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                  {
                    "Sid": "AddUsersToGroupsOfThePool",
                    "Effect": "Allow",
                    "Action": "cognito-idp:AdminAddUserToGroup",
                    "Resource": "{{mode.UserPoolArn}}"
                  },
                  {
                    "Sid": "WriteTheLog",
                    "Effect": "Allow",
                    "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
                    "Resource": "<FunctionLogGroup.Arn>"
                  },
                  {
                    "Sid": "Trace",
                    "Effect": "Allow",
                    "Action": ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
                    "Resource": "*"
                  }
                ]
              }
            }
          ]
        }
        """,
        files.Deploy(mode).Properties("FunctionRole"));

    public static void DataSourceRole(DeployedFiles files, Mode mode) => Expect.Json(
        $$"""
        {
          "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": { "Service": "appsync.amazonaws.com" },
                "Action": "sts:AssumeRole",
                "Condition": {
                  "StringEquals": { "aws:SourceAccount": "111122223333" },
                  "ArnEquals": { "aws:SourceArn": "{{mode.ApiArn}}" }
                }
              }
            ]
          },
          "Policies": [
            {
              "PolicyName": "InvokeAddUserToGroup",
              "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                  {
                    "Sid": "InvokeTheFunction",
                    "Effect": "Allow",
                    "Action": "lambda:InvokeFunction",
                    "Resource": "<Function.Arn>"
                  }
                ]
              }
            }
          ]
        }
        """,
        files.Deploy(mode).Properties("DataSourceRole"));
}
