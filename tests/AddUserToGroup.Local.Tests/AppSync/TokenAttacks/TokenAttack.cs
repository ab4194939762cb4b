namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <param name="Name">What is tried; at most 50 characters, which is what a test run shows.</param>
/// <param name="Refusal">The answer that it has to get.</param>
/// <param name="Token">Makes the token.</param>
internal sealed record TokenAttack(string Name, Refusal Refusal, Func<Forge, string> Token);
