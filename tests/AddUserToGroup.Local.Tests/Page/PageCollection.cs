namespace AddUserToGroup.Local.Tests.Page;

/// <summary>One stack and one browser for many tests: starting them takes longer than most tests.</summary>
[CollectionDefinition("Page")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class PageCollection : ICollectionFixture<PageFixture>;
