import { util } from "@aws-appsync/utils";

const internalError = "The request could not be completed because of an internal error.";

export function request(ctx) {
  // Only these two: ctx.request.headers holds the caller's token, which must reach neither the function nor its logs.
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

  // A function that failed arrives here as ctx.error and would become a silent null. Its own message is for operators,
  // who find it in the log, and never for the client.
  if (ctx.error || error || !data) {
    util.error(internalError, "InternalError");
  }

  return data;
}
