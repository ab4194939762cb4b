import { util } from "@aws-appsync/utils";

const internalError = "The request could not be completed because of an internal error.";

export function request(ctx) {
  // Not ctx.request: its headers contain the caller's token, which must not reach the function or its logs.
  return {
    operation: "Invoke",
    payload: { arguments: ctx.arguments, identity: ctx.identity },
  };
}

export function response(ctx) {
  const { data, error } = ctx.result ?? {};

  if (error?.type && error.message && error.type !== "InternalError") {
    util.error(error.message, error.type);
  }

  // A failed function sets ctx.error, and the response would be null. Its message is in the log, for operators only.
  if (ctx.error || error || !data) {
    util.error(internalError, "InternalError");
  }

  return data;
}
