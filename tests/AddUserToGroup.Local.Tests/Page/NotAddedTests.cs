using System.Net;
using System.Text.Json;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What is said where nobody was added, or nobody knows.</summary>
public sealed class NotAddedTests(PageFixture fixture) : BrowserTest(fixture)
{
    [ToolFact("node", "chromium")]
    public async Task Says_beside_the_form_what_is_wrong_with_the_user()
    {
        await ArriveAsync(SampleUsers.Administrator);

        foreach (var (user, sentence) in new[]
        {
            ("nobody@example.com", "There is no user nobody@example.com. Check the spelling; a person needs an account first."),
            ("ann+typo@example.com", "There is no user ann+typo@example.com. Check the spelling; a person needs an account first."),
            ("<script>alert(1)</script>", "There is no user <script>alert(1)</script>. Check the spelling; a person needs an account first."),
            ("🙂", "There is no user 🙂. Check the spelling; a person needs an account first."),
            ("", "The user must not be empty. Correct it, then press Add again."),
            ("ann @example.com", "The user must not contain white space (U+0020, character 4). Correct it, then press Add again."),
            ("   ", "The user must not be empty. Correct it, then press Add again."),
            (new string('a', 10_000), "The user must not be longer than 128 characters. Correct it, then press Add again."),
        })
        {
            await AddAsync(user, "EDITORS");

            await AddStatus.ShouldReadAsync(sentence);
            await AssertToCorrectAsync(User, Group);
        }

        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Says_beside_the_form_what_is_wrong_with_the_group()
    {
        await ArriveAsync(SampleUsers.Administrator);

        foreach (var (group, sentence) in new[]
        {
            ("PAINTERS", "There is no group PAINTERS. Check the spelling and the capital letters, or ask the operator to create it."),
            ("<script>alert(1)</script>", "Users cannot be added to <script>alert(1)</script> here. Choose another group, or ask the operator to allow this one."),
            ("🙂", "Users cannot be added to 🙂 here. Choose another group, or ask the operator to allow this one."),
            ("", "The group must not be empty. Correct it, then press Add again."),
            ("EDIT ORS", "The group must not contain white space (U+0020, character 5). Correct it, then press Add again."),
        })
        {
            await AddAsync(SampleUsers.Ann, group);

            await AddStatus.ShouldReadAsync(sentence);
            await AssertToCorrectAsync(Group, User);
        }

        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Says_who_can_mend_a_fault_that_is_not_the_persons()
    {
        var errorType = "";
        await AnswerAsync("/graphql", request => request.RespondAsync(new()
        {
            Status = HttpStatusCode.OK,
            ContentType = "application/json",
            Body = JsonSerializer.Serialize(new
            {
                data = new { addUserToGroup = (object?)null },
                errors = new[] { new { path = new[] { "addUserToGroup" }, errorType, message = "<b>m</b>" } },
            }),
        }));
        await ArriveAsync(SampleUsers.Administrator);

        foreach (var (type, sentence) in new[]
        {
            ("Unauthorized", "You may not add users to groups. Ask an administrator to make you one, then refresh your session."),
            ("Throttled", "The user pool is busy. Wait a few seconds, then press Add again."),
            ("Unavailable", "There was no response, so the user may or may not have been added. Press Add again; adding twice does no harm."),
            ("InternalError", "Only the operator can fix this error. Tell them the time; the function's log names the cause."),
            ("SomethingNew", "Something unexpected happened: <b>m</b> Try again; if it happens again, tell the operator."),
        })
        {
            errorType = type;
            await AddAsync(SampleUsers.Ann, "EDITORS");

            await AddStatus.ShouldReadAsync(sentence);
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Takes_a_type_at_the_start_of_the_message()
    {
        await AnswerAsync("/graphql", request => request.RespondAsync(new()
        {
            Status = HttpStatusCode.OK,
            ContentType = "application/json",
            Body = """{"data":null,"errors":[{"errorType":"Lambda:Unhandled","message":"InvalidInput: groupName must not be empty."}]}""",
        }));
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync(SampleUsers.Ann, "");

        await AddStatus.ShouldReadAsync("The group must not be empty. Correct it, then press Add again.");
    }

    [ToolTheory("node", "chromium")]
    [InlineData(HttpStatusCode.TooManyRequests, "The user pool is busy.")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "There was no response, so the user may or may not have been added.")]
    public async Task Has_a_sentence_for_a_status_without_an_answer_of_the_API(HttpStatusCode status, string sentence)
    {
        await AnswerAsync("/graphql", request => request.RespondAsync(new() { Status = status, Body = "busy" }));
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldContainAsync(sentence);
    }

    [ToolFact("node", "chromium")]
    public async Task Leaves_it_open_whether_the_user_was_added_where_the_API_does_not_answer()
    {
        await ArriveAsync(SampleUsers.Administrator);
        await AnswerAsync("/graphql", request => request.AbortAsync());

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldContainAsync("the user may or may not have been added. Press Add again");
    }

    private static async Task AssertToCorrectAsync(Element wrong, Element right)
    {
        await wrong.ShouldBeFocusedAsync();
        await wrong.ShouldHaveAttributeAsync("aria-invalid", "true");
        await right.ShouldHaveAttributeAsync("aria-invalid", "false");
    }
}
