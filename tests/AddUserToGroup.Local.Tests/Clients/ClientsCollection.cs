namespace AddUserToGroup.Local.Tests.Clients;

/// <summary>One stack for all of the clients that it is tried with.</summary>
[CollectionDefinition("Clients")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class ClientsCollection : ICollectionFixture<StackFixture>;
