using System.Net;
using System.Text.Json;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What the page says if nobody was added, or if that is unknown.</summary>
public sealed class NotAddedTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Busy = "The user pool is busy. Wait a few seconds, then press Add again.";
    private const string Unclear = "The request was not confirmed, so the user may or may not have been added. Press Add again; adding twice does no harm.";
    private const string Blocked = "A firewall or a proxy rejected the request. Ask the operator to allow requests from your network, then press Add again.";

    [ToolFact("node", "chromium")]
    public async Task Says_what_is_wrong_with_the_user_or_the_group_and_where()
    {
        await SignInAsync();

        foreach (var (user, group, sentence) in new[]
        {
            ("nobody@example.com", "EDITORS", "There is no user nobody@example.com. Check the spelling; a person needs an account first."),
            ("<script>alert(1)</script>", "EDITORS", "There is no user <script>alert(1)</script>. Check the spelling; a person needs an account first."),
            ("🙂", "EDITORS", "There is no user 🙂. Check the spelling; a person needs an account first."),
            ("   ", "EDITORS", "The user must not be empty. Correct it, then press Add again."),
            ("ann @example.com", "EDITORS", "The user must not contain white space (U+0020, character 4). Correct it, then press Add again."),
            (SampleUsers.Ann, "PAINTERS", "There is no group PAINTERS. Check the spelling and the capital letters, or ask the operator to create it."),
            (SampleUsers.Ann, "<b>x</b>", "Users cannot be added to <b>x</b> here. Choose another group, or ask the operator to allow this one."),
            (SampleUsers.Ann, "", "The group must not be empty. Correct it, then press Add again."),
        })
        {
            await AddAsync(user, group);

            await AddStatus.ShouldReadAsync(sentence);
            var (wrong, right) = user == SampleUsers.Ann ? (Group, User) : (User, Group);
            await wrong.ShouldBeFocusedAsync();
            await wrong.ShouldHaveAttributeAsync("aria-invalid", "true");
            await right.ShouldHaveAttributeAsync("aria-invalid", "false");
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Says_who_has_to_do_what_after_any_response_of_the_API()
    {
        var response = (HttpStatusCode.OK, "");
        await AnswerAsync("/graphql", () => response);
        await SignInAsync();

        foreach (var (status, body, sentence) in new[]
        {
            (HttpStatusCode.OK, Error("Unauthorized"), "You may not add users to groups. Ask an administrator to make you one, then refresh your session."),
            (HttpStatusCode.OK, Error("Throttled"), Busy),
            (HttpStatusCode.OK, Error("Unavailable"), Unclear),
            (HttpStatusCode.OK, Error("InternalError"), "Only the operator can fix this error. Tell them the time; the function's log names the cause."),
            (HttpStatusCode.OK, Error("SomethingNew"), "Something unexpected happened: <b>m</b> Try again; if it happens again, tell the operator."),
            // Direct Lambda resolvers and Amplify Gen 2 put the type into the message.
            (HttpStatusCode.OK, Error("Lambda:Unhandled", "InvalidInput: groupName must not be empty."), "The group must not be empty. Correct it, then press Add again."),
            (HttpStatusCode.OK, Error("Lambda:TooManyRequestsException", "Rate Exceeded."), Busy),
            (HttpStatusCode.OK, Error("Lambda:ExecutionTimeoutException", "Execution timed out."), Unclear),
            (HttpStatusCode.OK, Error("Lambda:Unhandled", "Task timed out after 10.00 seconds"), Unclear),
            (HttpStatusCode.OK, """{"data":null}""", "Something unexpected happened: The API responded without a result. Try again; if it happens again, tell the operator."),
            (HttpStatusCode.OK, """{"data":{"addUserToGroup":null}}""", "Something unexpected happened: The API responded without a result. Try again; if it happens again, tell the operator."),
            (HttpStatusCode.Forbidden, """{"errors":[{"errorType":"WAFForbiddenException","message":"403 Forbidden"}]}""", Blocked),
            (HttpStatusCode.Forbidden, "<html>403</html>", Blocked),
            (HttpStatusCode.TooManyRequests, "busy", Busy),
            (HttpStatusCode.ServiceUnavailable, "busy", Unclear),
        })
        {
            response = (status, body);
            await AddAsync(SampleUsers.Ann, "EDITORS");

            await AddStatus.ShouldReadAsync(sentence);
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Says_that_it_is_unknown_if_the_API_does_not_respond()
    {
        await SignInAsync();
        await InterceptAsync("/graphql", request => request.AbortAsync());

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldReadAsync(Unclear);
    }

    private static string Error(string errorType, string message = "<b>m</b>") => JsonSerializer.Serialize(new
    {
        data = new { addUserToGroup = (object?)null },
        errors = new[] { new { path = new[] { "addUserToGroup" }, errorType, message } },
    });
}
