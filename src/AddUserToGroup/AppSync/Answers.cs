using Amazon.Lambda.Core;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Puts a result as the event's maker can read it. This repository's resolver reads data and errors; AppSync itself knows
/// only a value or a failed invocation.
/// </summary>
internal sealed class Answers(ILambdaSerializer serializer)
{
    /// <exception cref="MutationFailedException">
    /// The call failed, and AppSync made the event itself or only an operator can mend the failure.
    /// </exception>
    public Stream Write(MutationEvent? mutation, MutationResult result)
    {
        var answersAppSync = mutation is { HasRequest: true };
        if (result.Outcome is Outcome.Added)
        {
            var membership = new Membership(mutation!.Arguments!.UserId!, mutation.Arguments.GroupName!);
            return answersAppSync ? Write(membership) : Write(new Answer(Data: membership));
        }

        return answersAppSync || result.Outcome is Outcome.InternalError
            ? throw new MutationFailedException(result.Outcome, result.Message!)
            : Write(new Answer(Error: new AnswerError(result.Outcome.ToString(), result.Message!)));
    }

    private MemoryStream Write<T>(T value)
    {
        var output = new MemoryStream();
        serializer.Serialize(value, output);
        output.Position = 0;
        return output;
    }
}
