namespace AddUserToGroup.Local.Tests;

/// <summary>One stack for all tests that call it from outside and stop nothing.</summary>
[CollectionDefinition("Stack")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class StackCollection : ICollectionFixture<StackFixture>;
