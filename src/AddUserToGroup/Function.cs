using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Rules;
using Amazon.Lambda.Core;

namespace AddUserToGroup;

/// <summary>An event in, a response out: identity, rules, group membership, audit.</summary>
internal sealed class Function(
    PermittedMembership.Rules rules,
    IUserGroups userGroups,
    ILambdaSerializer serializer,
    TimeProvider time)
{
    // What is left for writing the audit line and the response before Lambda kills the function.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    private readonly EventReader _events = new(serializer);
    private readonly ResponseWriter _responses = new(serializer);

    /// <param name="input">The event, as JSON.</param>
    /// <param name="timeLeft">How long Lambda lets this invocation run on.</param>
    /// <param name="logger">Where the audit line goes.</param>
    /// <returns>The response, as JSON.</returns>
    /// <exception cref="MutationFailedException">See <see cref="ResponseWriter.Write(MutationEvent, MutationResult)"/>.</exception>
    public async Task<Stream> HandleAsync(Stream input, TimeSpan timeLeft, ILambdaLogger logger)
    {
        var started = time.GetTimestamp();
        var (mutation, failure) = _events.Read(input);
        var result = failure ?? await DecideAsync(mutation, timeLeft - time.GetElapsedTime(started));
        AuditLog.Write(logger, mutation, result, time.GetElapsedTime(started));
        return _responses.Write(mutation, result);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A defect ends in the audit line and the Errors metric like any other failure.")]
    private async Task<MutationResult> DecideAsync(MutationEvent mutation, TimeSpan timeLeft)
    {
        try
        {
            return await rules.ApplyAsync(mutation, membership => AddAsync(membership, timeLeft));
        }
        catch (Exception defect)
        {
            // The type and the place; a message could quote what must not be logged.
            return MutationResult.InternalError($"{defect.GetType().FullName}{Environment.NewLine}{defect.StackTrace}");
        }
    }

    private async Task<MutationResult> AddAsync(PermittedMembership membership, TimeSpan timeLeft)
    {
        var forCognito = timeLeft - Margin;
        using var deadline = new CancellationTokenSource(forCognito > TimeSpan.Zero ? forCognito : TimeSpan.Zero, time);
        return await userGroups.AddAsync(membership, deadline.Token);
    }
}
