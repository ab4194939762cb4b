import { defineBackend } from "@aws-amplify/backend";
import { Stack } from "aws-cdk-lib";
import { auth } from "./auth/resource";
import { addUserToGroup } from "./data/add-user-to-group/resource";
import { data } from "./data/resource";

const backend = defineBackend({ auth, data, addUserToGroup });

// Composed, because a pool from referenceAuth does not have its issuer's URL.
const { userPool } = backend.auth.resources;
const { region, urlSuffix } = Stack.of(userPool);
const issuer = `https://cognito-idp.${region}.${urlSuffix}/${userPool.userPoolId}`;
backend.addUserToGroup.addEnvironment("USER_POOL_ID", userPool.userPoolId);
backend.addUserToGroup.addEnvironment("USER_POOL_ISSUER", issuer);
