namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A second stack and browser, so that two halves of the tests run in parallel. Some of these change the pool.</summary>
[CollectionDefinition("Signing in")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class SigningInCollection : ICollectionFixture<PageFixture>;
