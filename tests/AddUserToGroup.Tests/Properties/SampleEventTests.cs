using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests.Properties;

public sealed class SampleEventTests
{
    // The function and the oracle agree on each; this list is by hand, so that they cannot be wrong together.
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Added"] = "allowed allowed-amplify allowed-direct-resolver allowed-updated-issuer unknown-group unknown-user",
        ["InternalError"] = "batch",
        ["InvalidInput"] = "invalid-input",
        ["Unauthorized"] = "administrator-of-another-pool api-key-caller iam-caller in-no-group lambda-authorizer-caller "
            + "not-an-administrator oidc-caller",
    };

    [Fact]
    public async Task Each_file_ends_as_its_name_says()
    {
        var outcomes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(TestEvents.Folder))
        {
            var (outcome, _) = await new ContractCheck(null).RunAsync(await File.ReadAllBytesAsync(file), "Added");
            outcomes.Add(Path.GetFileNameWithoutExtension(file), outcome);
        }

        Assert.Equal(Expected, outcomes.GroupBy(file => file.Value).ToDictionary(
            group => group.Key, group => string.Join(' ', group.Select(file => file.Key))));
    }
}
