using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Tests.Lambda;

public sealed class RuntimeApiTests
{
    private const int Limit = 6_291_556;

    [Fact]
    public async Task Hands_an_event_to_the_function_unchanged_and_its_response_to_the_caller()
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Handling((_, payload, _) => $"[{payload}]"));

        var result = await lambda.InvokeAsync("""{ "a":  "é" }""");

        Assert.Equal("""[{ "a":  "é" }]""", result.Text);
        Assert.Null(result.FunctionError);
    }

    [Fact]
    public async Task Sends_the_headers_of_Lambda()
    {
        var headers = new Dictionary<string, string>();
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Running(async (client, stop) =>
            {
                using var response = await client.NextResponseAsync(stop);
                foreach (var (name, values) in response.Headers)
                {
                    headers[name] = values.Single();
                }

                using var accepted = await client.RespondAsync(headers["Lambda-Runtime-Aws-Request-Id"], "{}");
                return await RuntimeClient.NeverEndingAsync(stop);
            }));

        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var result = await lambda.InvokeAsync("{}");
        var after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        Assert.Equal(result.RequestId, headers["Lambda-Runtime-Aws-Request-Id"]);
        Assert.InRange(
            long.Parse(headers["Lambda-Runtime-Deadline-Ms"], CultureInfo.InvariantCulture), before + 60_000, after + 60_000);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:AddUserToGroup", headers["Lambda-Runtime-Invoked-Function-Arn"]);
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};", headers["Lambda-Runtime-Trace-Id"]);
    }

    [Fact]
    public async Task Accepts_a_response_once_and_for_its_own_event_only()
    {
        var responses = new List<(HttpStatusCode, string)>();
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Running(async (client, stop) =>
            {
                var (id, _) = await client.NextAsync(stop);
                foreach (var to in new[] { "00000000-0000-0000-0000-000000000000", id, id })
                {
                    using var response = await client.RespondAsync(to, $"\"{responses.Count}\"");
                    responses.Add((response.StatusCode, await response.Content.ReadAsStringAsync(stop)));
                }

                (id, _) = await client.NextAsync(stop);
                using var last = await client.RespondAsync(id, "{}");
                return await RuntimeClient.NeverEndingAsync(stop);
            }));

        var result = await lambda.InvokeAsync("{}");
        _ = await lambda.InvokeAsync("{}");

        Assert.Equal("\"1\"", result.Text);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Accepted, HttpStatusCode.Forbidden], responses.Select(it => it.Item1));
        Assert.Equal("""{"status":"OK"}""", responses[1].Item2);
        Assert.Equal("InvalidRequestID", (string?)JsonNode.Parse(responses[2].Item2)!["errorType"]);
    }

    [Fact]
    public async Task Gives_what_the_function_throws_as_a_function_error_with_its_own_document()
    {
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Running(async (client, stop) =>
            {
                var (id, _) = await client.NextAsync(stop);
                using var accepted = await client.FailAsync(id, """{"errorType":"E","errorMessage":"m"}""");
                Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
                return await RuntimeClient.NeverEndingAsync(stop);
            }));

        var result = await lambda.InvokeAsync("{}");

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("""{"errorType":"E","errorMessage":"m"}""", result.Text);
    }

    [Fact]
    public async Task Takes_a_response_of_six_megabytes_and_refuses_one_byte_more()
    {
        var statuses = new List<HttpStatusCode>();
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Running(async (client, stop) =>
            {
                while (true)
                {
                    var (id, payload) = await client.NextAsync(stop);
                    using var response = await client.RespondAsync(id, new string('1', int.Parse(payload, CultureInfo.InvariantCulture)));
                    statuses.Add(response.StatusCode);
                }
            }));

        var fits = await lambda.InvokeAsync($"{Limit}");
        var tooLarge = await lambda.InvokeAsync($"{Limit + 1}");
        var next = await lambda.InvokeAsync("2");

        Assert.Equal(Limit, fits.Payload.Length);
        Assert.Equal("Unhandled", tooLarge.FunctionError);
        Assert.Equal("Function.ResponseSizeTooLarge", tooLarge.Error("errorType"));
        Assert.Equal(
            "Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).",
            tooLarge.Error("errorMessage"));
        Assert.Equal("11", next.Text);
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.RequestEntityTooLarge], statuses.Take(2));
    }

    [Fact]
    public async Task Hands_events_that_come_together_to_one_environment_one_after_another()
    {
        var starts = 0;
        var handled = 0;
        var function = RuntimeClient.Handling((_, payload, _) => $"[{payload},{handled++}]");
        await using var lambda = await LambdaServer.StartAsync((runtimeApi, log, stop) =>
        {
            starts++;
            return function(runtimeApi, log, stop);
        });

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => lambda.InvokeAsync($"{number}")));

        Assert.Equal(1, starts);
        Assert.Equal(Enumerable.Range(0, 8), results.Select(result => (int)JsonNode.Parse(result.Text)![0]!));
        Assert.Equal(Enumerable.Range(0, 8), results.Select(result => (int)JsonNode.Parse(result.Text)![1]!).Order());
    }

    [Fact]
    public async Task Keeps_a_log_for_each_event()
    {
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Handling((_, payload, client) =>
            {
                client.Log($"a {payload}");
                client.Log($"b {payload}");
                return payload;
            }));

        var first = await lambda.InvokeAsync("1");
        var second = await lambda.InvokeAsync("2");

        Assert.Equal("a 1\nb 1", first.Log);
        Assert.Equal("a 2\nb 2", second.Log);
    }
}
