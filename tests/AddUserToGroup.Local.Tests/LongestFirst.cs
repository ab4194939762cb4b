using AddUserToGroup.Local.Tests;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"AddUserToGroup.Local.Tests.{nameof(LongestFirst)}", "AddUserToGroup.Local.Tests")]

namespace AddUserToGroup.Local.Tests;

/// <summary>Begins with the tests of the page: they run one after another, and everything else has its end beside them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName is not ("Page" or "Signing in"));
}
