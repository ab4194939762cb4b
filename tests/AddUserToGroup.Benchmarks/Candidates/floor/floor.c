/* The floor: only the work itself. Gets an event from the Runtime API over a plain socket, adds the user over TLS with one trusted
   root certificate, and posts the response. No SDK, no signature, no checks; the server's certificate is verified completely. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static char buffer[65536];

static void fail(const char *what) { fprintf(stderr, "floor: %s\n", what); exit(1); }

static int dial(const char *host, const char *port) {
  struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *address;
  int one = 1;
  if (getaddrinfo(host, port, &hints, &address) != 0) fail("the host has no address");
  int fd = socket(address->ai_family, address->ai_socktype, 0);
  if (fd < 0 || connect(fd, address->ai_addr, address->ai_addrlen) != 0) fail("no connection");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  freeaddrinfo(address);
  return fd;
}

static size_t transfer(SSL *tls, int fd, char *bytes, size_t length, int send) {
  ssize_t count = tls ? (send ? SSL_write(tls, bytes, (int)length) : SSL_read(tls, bytes, (int)length))
                      : (send ? write(fd, bytes, length) : read(fd, bytes, length));
  if (count <= 0) fail("the connection broke");
  return (size_t)count;
}

/* Sends a request and reads the whole response into buffer; returns where its body starts. */
static char *exchange(SSL *tls, int fd, char *request, size_t length) {
  if (transfer(tls, fd, request, length, 1) != length) fail("a short write");
  size_t have = 0;
  for (;;) {
    have += transfer(tls, fd, buffer + have, sizeof buffer - 1 - have, 0);
    buffer[have] = 0;
    char *end = strstr(buffer, "\r\n\r\n");
    if (!end) continue;
    char *stated = strcasestr(buffer, "\r\nContent-Length:");
    size_t body = stated && stated < end ? strtoul(stated + 17, NULL, 10) : 0;
    if (have >= (size_t)(end + 4 - buffer) + body) return end + 4;
  }
}

static void copy_between(const char *text, const char *before, char until, char *to, size_t size) {
  const char *start = strstr(text, before);
  if (!start) fail("an event that is not the benchmark's");
  start += strlen(before);
  size_t length = strcspn(start, (char[]){until, 0});
  if (length >= size) fail("a value that is too long");
  memcpy(to, start, length);
  to[length] = 0;
}

static SSL *secure(const char *host, const char *port) {
  SSL_CTX *context = SSL_CTX_new(TLS_client_method());
  if (!context || SSL_CTX_load_verify_file(context, getenv("SSL_CERT_FILE")) != 1) fail("no trusted root");
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  SSL *tls = SSL_new(context);
  SSL_set_tlsext_host_name(tls, host);
  SSL_set1_host(tls, host);
  SSL_set_fd(tls, dial(host, port));
  if (SSL_connect(tls) != 1) fail("the server's certificate was not accepted");
  return tls;
}

int main(void) {
  char api[64], host[256], port[16], id[64], user[256], group[256], body[1024], request[4096];
  snprintf(api, sizeof api, "%s", getenv("AWS_LAMBDA_RUNTIME_API"));
  char *colon = strchr(api, ':');
  *colon = 0;
  copy_between(getenv("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"), "https://", ':', host, sizeof host);
  snprintf(port, sizeof port, "%s", strrchr(getenv("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"), ':') + 1);
  int lambda = dial(api, colon + 1);
  SSL *tls = NULL;
  for (;;) {
    int length = snprintf(request, sizeof request, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", api);
    char *event = exchange(NULL, lambda, request, (size_t)length);
    copy_between(buffer, "Lambda-Runtime-Aws-Request-Id: ", '\r', id, sizeof id);
    copy_between(event, "\"userId\":\"", '"', user, sizeof user);
    copy_between(event, "\"groupName\":\"", '"', group, sizeof group);

    if (!tls) tls = secure(host, port);
    int size = snprintf(body, sizeof body, "{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"GroupName\":\"%s\"}", getenv("USER_POOL_ID"), user, group);
    length = snprintf(request, sizeof request,
      "POST / HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: application/x-amz-json-1.1\r\n"
      "X-Amz-Target: AWSCognitoIdentityProviderService.AdminAddUserToGroup\r\nContent-Length: %d\r\n\r\n%s", host, port, size, body);
    exchange(tls, 0, request, (size_t)length);
    if (strncmp(buffer, "HTTP/1.1 200", 12) != 0) fail("Cognito refused");

    size = snprintf(body, sizeof body, "{\"data\":{\"userId\":\"%s\",\"groupName\":\"%s\"}}", user, group);
    length = snprintf(request, sizeof request,
      "POST /2018-06-01/runtime/invocation/%s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s", id, api, size, body);
    exchange(NULL, lambda, request, (size_t)length);
  }
}
