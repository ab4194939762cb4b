"use strict";

// Who may call the pool. It runs beside a browser that visits other sites, so it rejects every name for its address that a
// site's DNS could choose (rebinding), and every request that another site's page sends.
const { forFrontEnds } = require("./operations");

const loopbackOrigin = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** @returns Why the request must not reach the pool: an HTTP status and a message; null if it may. */
exports.findObjection = ({ method, headers }, port, servesContainers) => {
  const names = ["127.0.0.1", "localhost", ...(servesContainers ? ["host.docker.internal"] : [])];
  if (!names.some((name) => headers.host?.toLowerCase() === `${name}:${port}`)) {
    return { status: 400, message: `This is the local user pool: call it as http://127.0.0.1:${port}.` };
  }

  if (headers.origin ? !loopbackOrigin.test(headers.origin) : !["same-origin", "none", undefined].includes(headers["sec-fetch-site"])) {
    return { status: 403, message: "The local user pool accepts no requests from other web sites: serve the front end from localhost." };
  }

  const operation = headers["x-amz-target"]?.split(".")[1];
  if (headers.origin && method === "POST" && !forFrontEnds.includes(operation)) {
    return { status: 403, message: "A browser may not call this operation: call it with the AWS CLI or an SDK, which send no Origin." };
  }

  return null;
};

/** Lets a front end on this machine send its headers and read the response. */
exports.writeAccessHeaders = ({ headers }, response) => {
  if (headers.origin) {
    response.setHeader("access-control-allow-origin", headers.origin);
    response.setHeader("access-control-allow-headers", headers["access-control-request-headers"] ?? "*");
    response.setHeader("access-control-expose-headers", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
    response.setHeader("vary", "origin");
  }
};
