namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>One user pool for all tests that call it and leave its settings alone.</summary>
[CollectionDefinition("User pool")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class UserPoolCollection : ICollectionFixture<UserPoolFixture>;
