import { defineFunction } from "@aws-amplify/backend";
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Architecture, Code, Function, LoggingFormat, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";

// Filled by dotnet publish. Relative to the app's folder, where ampx runs.
const published = "amplify/data/add-user-to-group/function";

export const addUserToGroup = defineFunction(
  (scope) =>
    new Function(scope, "add-user-to-group", {
      runtime: Runtime.DOTNET_10,
      // The name of an executable, which has no colon.
      handler: "AddUserToGroup",
      architecture: Architecture.X86_64,
      code: Code.fromAsset(published, { exclude: ["*.dbg", "*.pdb"] }),
      memorySize: 512,
      timeout: Duration.seconds(10),
      // Only Amazon's root certificates, which are in the folder, for a fast start.
      environment: { SSL_CERT_FILE: "/var/task/amazon-roots.pem", SSL_CERT_DIR: "/var/task/no-other-roots" },
      // The audit line is JSON, and is kept for a year.
      loggingFormat: LoggingFormat.JSON,
      logGroup: new LogGroup(scope, "add-user-to-group-log", {
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    }),
  // The group of the user pool. In any other group the two stacks depend on each other.
  { resourceGroupName: "auth" },
);
