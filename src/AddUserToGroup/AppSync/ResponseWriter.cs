using AddUserToGroup.Results;
using Amazon.Lambda.Core;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Writes a result in the form that the sender of the event can read: this repository's resolver reads data and errors,
/// AppSync itself knows only a value or a failed invocation.
/// </summary>
internal sealed class ResponseWriter(ILambdaSerializer serializer)
{
    /// <exception cref="MutationFailedException">
    /// The call failed, and either AppSync made the event itself or the failure is an internal error.
    /// </exception>
    public Stream Write(MutationEvent mutation, MutationResult result)
    {
        var isMadeByAppSync = mutation.Request is not null;
        if (result.IsSuccess)
        {
            return isMadeByAppSync ? Write(result.Added) : Write(new Response(Data: result.Added));
        }

        var failure = result.Failure;
        return isMadeByAppSync || failure.Type is ErrorType.InternalError
            ? throw new MutationFailedException(failure)
            : Write(new Response(Error: new ResponseError($"{failure.Type}", failure.Message)));
    }

    private MemoryStream Write<T>(T value)
    {
        var output = new MemoryStream();
        serializer.Serialize(value, output);
        output.Position = 0;
        return output;
    }
}
