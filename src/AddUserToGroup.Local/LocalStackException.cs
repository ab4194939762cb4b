namespace AddUserToGroup.Local;

/// <summary>Something that the person at the terminal can mend; the message is one sentence that says how.</summary>
internal sealed class LocalStackException : Exception
{
    public LocalStackException()
    {
    }

    public LocalStackException(string message)
        : base(message)
    {
    }

    public LocalStackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
