import { defineBackend } from "@aws-amplify/backend";
import { auth } from "./auth/resource";
import { addUserToGroup } from "./data/add-user-to-group/resource";
import { data } from "./data/resource";

const backend = defineBackend({ auth, data, addUserToGroup });

const { userPool, cfnResources } = backend.auth.resources;
backend.addUserToGroup.addEnvironment("USER_POOL_ID", userPool.userPoolId);
backend.addUserToGroup.addEnvironment("USER_POOL_ISSUER", cfnResources.cfnUserPool.attrProviderUrl);
