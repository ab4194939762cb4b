using System.Collections;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// A text with placeholders, <c>{name}</c>, for arguments in the same order. Without arguments, a text is no template, even if it
/// has braces. Amazon's also supports formats, positions and escaped braces.
/// </summary>
/// <param name="Message">The text with the values in it.</param>
/// <param name="Members">The placeholders that have a value, each with it.</param>
internal sealed record MessageTemplate(string Message, IReadOnlyList<(string Name, object Value)> Members)
{
    public static MessageTemplate Parse(string text, object?[] arguments)
    {
        var message = new StringBuilder();
        var members = new List<(string, object)>();
        var end = 0;
        foreach (var argument in arguments)
        {
            var start = text.IndexOf('{', end);
            var close = start < 0 ? -1 : text.IndexOf('}', start);
            if (close < 0)
            {
                break;
            }

            // A value without text appears in the message as its placeholder.
            message.Append(text, end, start - end)
                .Append(argument is null or IList ? text[start..(close + 1)] : argument.ToString());
            if (argument is not null)
            {
                members.Add((text[(start + 1)..close], argument));
            }

            end = close + 1;
        }

        return new MessageTemplate(message.Append(text, end, text.Length - end).ToString(), members);
    }
}
