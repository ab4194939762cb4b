namespace AddUserToGroup.Tests.Properties.Events;

/// <param name="Kind">What is done.</param>
/// <param name="Place">Where, taken modulo the number of places.</param>
/// <param name="Choice">With what, taken modulo the number of choices.</param>
internal sealed record Edit(EditKind Kind, int Place, int Choice)
{
    public bool IsOfBytes => Kind >= EditKind.FlipBit;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Choice % choices.Count];
}
