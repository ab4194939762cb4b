namespace AddUserToGroup.Local.Lambda;

/// <summary>Lambda's endpoint for clients.</summary>
internal static class LambdaEndpoints
{
    public static void MapLambda(this IEndpointRouteBuilder endpoints, FunctionHost function) =>
        endpoints.MapPost("/2015-03-31/functions/{name}/invocations", new InvokeApi(function).InvokeAsync);
}
