using System.Net.Http.Json;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.Tests.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests;

/// <summary>What a page of another site can do to the stack, in a real browser: nothing.</summary>
public sealed class OtherSiteTests : IAsyncLifetime
{
    private const string Elsewhere = "elsewhere.test";

    private readonly WebApplication _site = LoopbackHost.CreateBuilder(port: 0).Build();
    private LocalStack? _stack;
    private IBrowser? _browser;
    private int _invocations;

    private Uri Invoke => new(_stack!.Lambda, "/2015-03-31/functions/AddUserToGroup/invocations");

    private Uri UserPool => _stack!.UserPool.Endpoint;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node", "chromium") is not null)
        {
            return;
        }

        _stack = await LocalStack.StartAsync(
            new()
            {
                Function = RuntimeClient.Run(async (client, stop) =>
                {
                    await client.NextAsync(stop);
                    Interlocked.Increment(ref _invocations);
                    return await RuntimeClient.HangAsync(stop);
                }),
                Output = TextWriter.Null,
            },
            CancellationToken.None);
        _site.MapGet("/", () => Results.Text("<!doctype html><title>Elsewhere</title><body></body>", "text/html"));
        await _site.StartAsync();
        // Every name of the other site is this machine, as its own DNS could say.
        _browser = await Chromium.LaunchAsync("--host-resolver-rules=\"MAP *.test 127.0.0.1\"");
    }

    [ToolFact("node", "chromium")]
    public async Task Reaches_neither_the_function_nor_the_pool_by_fetch_form_or_image()
    {
        await using var page = await OpenAsync();

        await page.EvaluateFunctionAsync(
            """
            async (invoke, userPool) => {
              const body = '{"arguments":{},"identity":{}}';
              await fetch(invoke, { method: "POST", mode: "no-cors", body }).catch(() => {});
              for (const address of [invoke, userPool]) {
                await new Promise((done) => {
                  const image = new Image();
                  image.onload = image.onerror = done;
                  image.src = address;
                });
              }
            }
            """,
            Invoke.ToString(),
            UserPool.ToString());
        var read = await page.EvaluateFunctionAsync<string>(
            """
            (userPool) => fetch(userPool, {
              method: "POST",
              headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AWSCognitoIdentityProviderService.ListUsers" },
              body: '{"UserPoolId":"us-east-1_LocalPool"}',
            }).then((answer) => answer.text(), () => "refused")
            """,
            UserPool.ToString());
        await Task.WhenAll(
            page.WaitForNavigationAsync(),
            page.EvaluateFunctionAsync(
                """
                (invoke) => {
                  document.body.innerHTML = `<form method="post" enctype="text/plain" action="${invoke}"><input name='{"arguments":{},"a' value='":1}'></form>`;
                  document.forms[0].submit();
                }
                """,
                Invoke.ToString()));

        Assert.Equal("refused", read);
        Assert.Contains("takes no requests from other web sites", await page.GetContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _invocations);
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(Invoke, new { });
        Assert.Equal("1", await response.Content.ReadAsStringAsync());
    }

    [ToolFact("node", "chromium")]
    public async Task Finds_nobody_by_a_name_of_its_own_that_leads_here()
    {
        await using var page = await OpenAsync();
        foreach (var port in new[] { _stack!.Lambda.Port, UserPool.Port })
        {
            var response = await page.GoToAsync($"http://rebound.test:{port}/");

            Assert.Equal(400, (int)response.Status);
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }

        await _site.DisposeAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await _browser!.NewPageAsync();
        await page.GoToAsync($"http://{Elsewhere}:{new Uri(_site.Urls.Single()).Port}/");
        return page;
    }
}
