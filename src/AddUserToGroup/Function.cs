using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using Amazon.Lambda.Core;

namespace AddUserToGroup;

/// <summary>Reads an event, applies the rules, adds the user, writes the audit line and responds.</summary>
internal sealed class Function
{
    // Time to write the audit line and the response before Lambda kills the function.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    // AppSync does not wait longer. This limit also applies if the runtime gives no deadline, as some test tools do.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    private readonly IUserGroups _userGroups;
    private readonly TimeProvider _time;
    private readonly EventReader _events;
    private readonly MembershipRules _rules;
    private readonly ResponseWriter _responses;

    /// <summary>Composes everything except the wrapper around Cognito's client and the clock.</summary>
    public Function(Settings settings, IUserGroups userGroups, TimeProvider time)
    {
        var serializer = new LambdaJsonSerializer();
        _userGroups = userGroups;
        _time = time;
        _events = new EventReader(serializer);
        _rules = new MembershipRules(settings.UserPoolIssuer, settings.AssignableGroups);
        _responses = new ResponseWriter(serializer);
    }

    /// <param name="input">The event, as JSON.</param>
    /// <param name="timeLeft">The time until Lambda kills the function. Zero or less means that it is not known.</param>
    /// <param name="logger">Receives the audit line.</param>
    /// <returns>The response, as JSON.</returns>
    /// <exception cref="MutationFailedException">See <see cref="ResponseWriter.Write(MutationEvent, MutationResult)"/>.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "A defect needs an audit line and the Errors metric like any other failure.")]
    public async Task<Stream> HandleAsync(Stream input, TimeSpan timeLeft, ILambdaLogger logger)
    {
        var started = _time.GetTimestamp();
        var mutation = MutationEvent.Empty;
        MutationResult result;
        try
        {
            result = !_events.TryRead(input, out mutation, out var invalid) ? MutationResult.Failed(invalid)
                : !PermittedMembership.TryCreate(_rules, mutation, out var permitted, out var failure) ? MutationResult.Failed(failure)
                : await AddAsync(permitted, Limit(timeLeft) - _time.GetElapsedTime(started));
        }
        catch (Exception defect)
        {
            // Without the exception's message, which could quote what must not be logged.
            result = MutationResult.Failed(
                Failure.InternalError($"{defect.GetType().FullName}{Environment.NewLine}{defect.StackTrace}"));
        }

        AuditLog.Write(logger, mutation, result, _time.GetElapsedTime(started));
        return _responses.Write(mutation, result);
    }

    private static TimeSpan Limit(TimeSpan timeLeft) => timeLeft > TimeSpan.Zero && timeLeft < MaxTime ? timeLeft : MaxTime;

    private async Task<MutationResult> AddAsync(PermittedMembership permitted, TimeSpan timeLeft)
    {
        var timeForCognito = timeLeft - Margin;
        using var deadline = new CancellationTokenSource(timeForCognito > TimeSpan.Zero ? timeForCognito : TimeSpan.Zero, _time);
        return await _userGroups.AddAsync(permitted, deadline.Token);
    }
}
