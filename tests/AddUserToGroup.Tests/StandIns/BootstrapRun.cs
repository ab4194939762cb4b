using AddUserToGroup.Tests.Http;

namespace AddUserToGroup.Tests.StandIns;

/// <summary>What a run of the bootstrap sent to the Runtime API, wrote, and threw at last.</summary>
internal sealed record BootstrapRun(
    IReadOnlyList<ReceivedRequest> Requests, string Output, Exception? Thrown)
{
    public IReadOnlyList<string> OutputLines =>
        Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<string> Calls => Requests.Select(request => $"{request.Method} {request.Path}");

    public ReceivedRequest Posted(string path) =>
        Requests.Single(request => request.Method == "POST" && request.Path == $"/2018-06-01/runtime/{path}");
}
