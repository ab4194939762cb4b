using Amazon.Lambda.Core;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Puts a result as the event's maker can read it. This repository's resolver reads data and errors; AppSync itself knows
/// only a value or a failed invocation.
/// </summary>
internal sealed class ResponseWriter(ILambdaSerializer serializer)
{
    /// <exception cref="MutationFailedException">
    /// The call failed, and AppSync made the event itself or only an operator can mend the failure.
    /// </exception>
    public Stream Write(MutationEvent mutation, MutationResult result)
    {
        if (result.Added is { } added)
        {
            var membership = new Membership(added.UserId, added.GroupName);
            return mutation.IsMadeByAppSync ? Write(membership) : Write(new Response(Data: membership));
        }

        return mutation.IsMadeByAppSync || result.Outcome is Outcome.InternalError
            ? throw new MutationFailedException(result.Outcome, result.Message)
            : Write(new Response(Error: new ResponseError(result.Outcome.ToString(), result.Message)));
    }

    private MemoryStream Write<T>(T value)
    {
        var output = new MemoryStream();
        serializer.Serialize(value, output);
        output.Position = 0;
        return output;
    }
}
