namespace AddUserToGroup.Tests.Properties;

/// <param name="Kind">What it does.</param>
/// <param name="Position">Where, modulo the number of positions.</param>
/// <param name="Choice">With which sample, modulo their number.</param>
internal sealed record Edit(EditKind Kind, int Position, int Choice)
{
    public byte[] Apply(byte[] json) => Kind < EditKind.FlipBit ? MemberEdits.Apply(json, this) : ByteEdits.Apply(json, this);

    public T Pick<T>(IReadOnlyList<T> samples) => samples[Choice % samples.Count];
}
