namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Another of both for the others, so that the two halves run side by side; one of these changes its pool's settings.</summary>
[CollectionDefinition("Signing in")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class SigningInCollection : ICollectionFixture<PageFixture>;
