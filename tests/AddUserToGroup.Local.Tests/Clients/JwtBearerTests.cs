using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AddUserToGroup.Local.Tests.Clients;

/// <summary>An ASP.NET Core API that accepts the pool's access tokens, set up as for Cognito except for the address.</summary>
[Collection("User pool")]
public sealed class JwtBearerTests(UserPoolFixture fixture) : IAsyncLifetime
{
    private WebApplication? _api;

    private UserPoolInfo UserPool => fixture.Pool;

    [SuppressMessage("Security", "CA5404", Justification = "Cognito's access tokens have no audience: the policy requires their client_id.")]
    public async Task InitializeAsync()
    {
        var builder = LoopbackHost.CreateBuilder(port: 0);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.MetadataAddress = $"{UserPool.Endpoint}{UserPool.Id}/.well-known/openid-configuration";
            options.RequireHttpsMetadata = false;
            options.MapInboundClaims = false;
            options.TokenValidationParameters.ValidateAudience = false;
            options.TokenValidationParameters.NameClaimType = "username";
            options.TokenValidationParameters.RoleClaimType = "cognito:groups";
        });
        builder.Services.AddAuthorizationBuilder().AddPolicy("Administrators", policy => policy
            .RequireClaim("token_use", "access")
            .RequireClaim("client_id", UserPool.ClientId)
            .RequireRole(SampleUsers.AdministratorsGroup));
        _api = builder.Build();
        _api.MapGet("/", (HttpContext context) => context.User.Identity!.Name).RequireAuthorization("Administrators");
        await _api.StartAsync();
    }

    [ToolFact("node")]
    public async Task Lets_an_administrator_of_the_pool_in()
    {
        using var response = await GetAsync((await UserPool.SignInAsync(SampleUsers.Administrator)).AccessToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync());
    }

    [ToolFact("node")]
    public async Task Forbids_another_user_and_an_identity_token()
    {
        using var user = await GetAsync((await UserPool.SignInAsync(SampleUsers.Ben)).AccessToken);
        using var identity = await GetAsync((await UserPool.SignInAsync(SampleUsers.Administrator)).IdToken);

        Assert.Equal(HttpStatusCode.Forbidden, user.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, identity.StatusCode);
    }

    public async Task DisposeAsync() => await _api!.DisposeAsync();

    private async Task<HttpResponseMessage> GetAsync(string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, _api!.Urls.Single());
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }
}
